"""A household has its closed years erased before their time: gone, and they do not come back."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from models import answer, card, chain, dispute_step, erased, leaving, say, session, visit
from models.answer import Answer
from models.dispute import Dispute, DisputeEntry
from models.dispute_step import Subject
from models.due import Due
from models.household import Income, Share
from models.ids import household_id
from models.payment import Payment
from models.rebuild import rebuild
from models.retention import purge
from models.visit import Check, Said
from tests.web import farm
from tests.web.test_event import text
from web.access import COOKIE
from web.clock import SHANGHAI

US, THEM = household_id(farm.OURS), household_id(farm.THEIRS)
PIN = "480216"


@pytest.fixture
def phone(app, clock):
    farm.farm()
    card.set_pin(card.issue(US, farm.TODAY), PIN)
    farm.add(Income, holder=farm.OURS, year=2024, operating=9_000_00)
    signed_in = app.test_client()
    signed_in.set_cookie(COOKIE, session.start_household(US, clock.moment))
    return signed_in


def erase(phone) -> int:
    folder = Path(phone.application.config["INSTANCE"]) / "erased"
    return leaving.erase(US, farm.TODAY, folder)


def years(household=US) -> set[int]:
    return {row.year for row in Due.select().where(Due.household == household)}


def test_it_says_which_years_and_what_goes(phone):
    assert "/held/erase" in phone.get("/held").text
    page = text(phone.get("/held/erase"))
    assert "2024年" in page
    assert "2025年" not in page
    assert "不能恢复" in page


def test_a_wrong_pin_erases_nothing(phone):
    assert phone.post("/held/erase", data={"pin": "000001"}).status_code == 422
    assert 2024 in years()


def test_what_was_said_of_a_check_goes_with_it_and_an_open_dispute_of_it_stays_that(phone):
    line = farm.line_of(US, "rent", 2024).id
    visit.store(uuid4(), US, uuid4(), [Said("received", due=line)], farm.TODAY)
    check = Check.get().id
    answer.give(US, check=check, answer="disputed", reason="nobody_asked", today=farm.TODAY)
    found = dispute_step.begin(US, Subject(check=check), "nobody_asked", farm.TODAY, id=uuid4())
    with pytest.raises(leaving.StillOpen):
        erase(phone)
    Dispute.update(state="closed", closed_on=farm.TODAY).where(Dispute.id == found).execute()
    erase(phone)
    for table in (Answer, Check, Dispute, DisputeEntry):
        assert not table.select().exists()


def test_closed_years_go_and_open_ones_and_others_stay(phone):
    theirs, open_ones = years(THEM), years() - {2024}
    shares = Share.select().count()
    line = farm.line_of(US, "rent", 2024).id
    say.give(US, due=line, answer="confirmed", today=farm.TODAY)
    others = {row.id: row.due for row in Due.select().where(Due.household == THEM)}
    erase(phone)
    assert years() == open_ones
    assert years(THEM) == theirs
    assert {row.id: row.due for row in Due.select().where(Due.household == THEM)} == others
    assert not Answer.select().exists()
    assert not Payment.select().where(Payment.year == 2024).exists()
    assert not Income.select().exists()
    assert Share.select().count() == shares
    assert not chain.verify().wrong


def test_by_its_pin_and_then_nothing_is_left_to_erase(phone):
    answer = phone.post("/held/erase", data={"pin": PIN})
    assert answer.status_code == 200, text(answer)
    assert "已经删除" in text(answer)
    noted, wrong = erased.kept(Path(phone.application.config["INSTANCE"]) / "erased")
    assert (noted, wrong) == ([(US, 2024, farm.TODAY)], [])
    assert "没有可以提前删除的年度" in text(phone.get("/held/erase"))
    assert "您家要求提前删除" in text(phone.get("/held"))


def test_what_cannot_be_noted_is_not_erased(phone):
    Path(phone.application.config["INSTANCE"], "erased").write_text("in the way")
    assert phone.post("/held/erase", data={"pin": PIN}).status_code == 503
    assert 2024 in years()


def test_what_comes_back_goes_again_with_the_daily_job(phone):
    erase(phone)
    farm.pay(farm.LAND, 2024, 7_533_50, date(2024, 11, 11))
    rebuild([farm.LAND, farm.SHARES], [US], farm.TODAY)
    assert 2024 not in years(), "a rebuild gives no line of an erased year"
    purge(datetime(2026, 11, 24, 1, tzinfo=SHANGHAI))
    assert not Payment.select().where((Payment.household == US) & (Payment.year == 2024)).exists()
    assert not chain.verify().wrong


def test_not_while_a_dispute_about_them_is_open(phone):
    line = farm.line_of(US, "rent", 2024).id
    one = dispute_step.begin(US, Subject(line), "less", farm.TODAY, id=uuid4())
    answer = phone.post("/held/erase", data={"pin": PIN})
    assert answer.status_code == 409
    assert "还有没结束的异议" in text(answer)
    assert 2024 in years()
    dispute_step.add(US, one, uuid4(), "withdrawn", farm.TODAY)
    erase(phone)
    assert not Dispute.select().exists()
