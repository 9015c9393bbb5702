"""A file that is no ledger is refused by its kind, within the limits, and leaves nothing behind."""

import pytest

from ledger.child import MEMORY
from ledger.problem import REFUSALS, Refused
from ledger.read import read
from tests.ledger.build import honest
from tests.ledger.hostile import FILES
from tests.ledger.watch import watched

MIB = 1 << 20


@pytest.mark.parametrize("name", FILES)
def test_it_is_refused_within_the_limits(name, tmp_path, monkeypatch):
    make, codes = FILES[name]
    data = make()
    with watched(monkeypatch, tmp_path) as cost, pytest.raises(Refused) as refused:
        read([("台账.xlsx", data)])
    assert refused.value.code in codes
    assert set(refused.value.params) == set(REFUSALS[refused.value.code])
    assert refused.value.file == "台账.xlsx"
    assert cost.seconds <= 10
    assert cost.space <= MEMORY // MIB
    assert not list(tmp_path.iterdir())


def test_there_are_enough_of_them():
    assert len(FILES) >= 45


def test_an_honest_one_passes(tmp_path, monkeypatch):
    with watched(monkeypatch, tmp_path):
        reading = read([("台账.xlsx", honest())])
    assert len(reading.rows["农户"]) == 1
    assert not list(tmp_path.iterdir())


def test_one_hostile_file_among_others_stops_them_all():
    with pytest.raises(Refused) as refused:
        read([("好.xlsx", honest()), ("坏.xlsx", honest()[:-30])])
    assert refused.value.file == "坏.xlsx"
