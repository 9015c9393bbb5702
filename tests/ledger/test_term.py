"""Cells typed on a page are read as the workbook's are, and pass the filter of what is refused."""

from datetime import date

import pytest

from ledger import term
from ledger.column import COLUMNS

TYPED = {
    "agreement.number": "玛-2026/1",
    "agreement.business": "NC-1",
    "agreement.party": "household",
    "agreement.mode": "share",
    "agreement.stake": "equity",
    "agreement.signed_on": "2026-11-20",
    "agreement.starts_on": "2027-01-01",
    "agreement.ends_on": "2031-12-31",
    "agreement.households": "12",
    "agreement.principal": "240000.50",
    "agreement.guaranteed_rate": "3.45",
    "agreement.pays_from_year": "2028",
    "agreement.record_day": "12-31",
    "agreement.land_area": "12.35",
    "agreement.floor_price": "2.3456",
    "agreement.due_days": "06-30=2;12-20=1",
    "agreement.liability": "逾期一天加付万分之五。\n超过三十日的，可以解除。",
}
IDENTITY = "11010519491231002X"
CARD = "6222 0217 0000 1234 560"


def test_what_is_typed_is_read_and_written_again_as_it_was():
    found = term.read(TYPED)
    assert not found.problems
    assert not found.missing
    assert term.texts_of(found.values) == TYPED


def test_values_have_the_units_of_the_ledger():
    values = term.read(TYPED).values
    assert values["agreement.principal"] == 24_000_050
    assert values["agreement.guaranteed_rate"] == 3450
    assert values["agreement.land_area"] == 123_500
    assert values["agreement.starts_on"] == date(2027, 1, 1)


def test_words_of_a_list_and_other_units_are_understood_too():
    values = term.read({"agreement.mode": "保底分红", "agreement.principal": "2.5万元"}).values
    assert (values["agreement.mode"], values["agreement.principal"]) == ("share", 2_500_000)


def test_an_empty_draft_has_no_fault_and_says_what_it_lacks():
    found = term.read({})
    assert not found.problems
    assert set(found.missing) == {
        f"agreement.{name}"
        for name in ("number", "business", "party", "mode", "signed_on", "starts_on")
    }


@pytest.mark.parametrize("typed", [IDENTITY, f"身份{IDENTITY}的人", "1101 0519 4912 3100 2X"])
def test_an_identity_number_is_refused_in_any_cell(typed):
    for name in ("agreement.duties", "agreement.number", "agreement.buyback_by"):
        problem = term.read({name: typed}).problems[name]
        assert problem.expected == "identity"
        assert IDENTITY[:6] not in problem.value


def test_a_bank_card_is_refused():
    problem = term.read({"agreement.liability": f"打到 {CARD}"}).problems["agreement.liability"]
    assert problem.expected == "bank_number"


@pytest.mark.parametrize(
    "typed",
    ["只招汉族以外的民族", "写明身份证号", "no political opinion", "بالىلىرى بارلار"],
)
def test_words_about_people_are_refused_in_every_language(typed):
    problem = term.read({"agreement.entry_terms": typed}).problems["agreement.entry_terms"]
    assert problem.expected == "forbidden_word"
    assert problem.params["word"].casefold() in typed.casefold()


@pytest.mark.parametrize(
    "typed",
    ["羊羔出生后由乙方防疫，发生疾病的乙方负责。", "民族乡的合作社优先。", "打入一卡通。"],
)
def test_an_agreements_own_words_are_accepted(typed):
    assert not term.read({"agreement.duties": typed}).problems


def test_an_end_before_the_start_is_said_at_the_end():
    found = term.read({**TYPED, "agreement.ends_on": "2026-01-01"})
    assert found.problems["agreement.ends_on"].expected == "order"
    assert found.values["agreement.ends_on"] is None


def test_a_party_that_is_no_household_needs_its_number():
    assert "agreement.party_number" in term.read({**TYPED, "agreement.party": "village"}).problems


@pytest.mark.parametrize("name", [name for name in COLUMNS if name.startswith("agreement.")])
def test_no_cell_breaks_on_anything_typed(name):
    for typed in ("", " ", "abc", "-1", "9" * 30, "是", "\u202e", "x" * 5000, "=1+1", "\x00"):
        found = term.read({name: typed})
        assert not found.problems or name in found.problems
