"""The watch over payers: from tables to the facts of `rules.watch`, and what is found kept."""

from models.stale import mark
from models.watch.found import Found
from models.watch.surveyor import all_up_to_date, survey, up_to_date
from models.watch.whole import fresh

__all__ = ["Found", "all_up_to_date", "fresh", "mark", "survey", "up_to_date"]
