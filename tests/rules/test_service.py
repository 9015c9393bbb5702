from rules.facts import COLLECTIVE
from tests.rules.made import compute, fen, line, lines, share, terms

YEAR = ("2024-01-01", "2025-12-31")


def test_a_saving_is_the_fee_less_the_reduced_fee_and_never_money_to_come():
    row = terms(*YEAR, fee=300, reduced_fee=120, reduced_for="all")
    found = compute(row, share("A"))
    assert [(each.year, each.kind, each.due, each.saved) for each in found.lines] == [
        (2024, "saved", 0, fen(180)),
        (2025, "saved", 0, fen(180)),
    ]
    assert found.lines[0].steps[0].formula == "300.00−120.00=180.00"


def test_only_assisted_households_save_unless_all_do():
    row = terms(*YEAR, fee=300, reduced_fee=0)
    found = compute(row, share("A"), share("B"), share(COLLECTIVE), assisted=frozenset({"B"}))
    assert {each.party_number for each in found.lines} == {"B"}
    everybody = compute(
        terms(*YEAR, fee=3, reduced_fee=0, reduced_for="all"), share("A"), share("B")
    )
    assert {each.party_number for each in everybody.lines} == {"A", "B"}


def test_a_household_saves_in_the_years_it_takes_part():
    row = terms(*YEAR, fee=300, reduced_fee=0, reduced_for="all")
    found = compute(row, share("A", "2025-03-01"))
    assert [each.year for each in found.lines] == [2025]


def test_without_a_reduced_fee_nothing_is_said_to_be_saved():
    assert not compute(terms(*YEAR, fee=300, reduced_for="all"), share("A")).lines


def test_a_dearer_reduced_fee_saves_nothing():
    row = terms("2024-01-01", "2024-12-31", fee=100, reduced_fee=120, reduced_for="all")
    assert line(compute(row, share("A"))).saved == 0


def test_a_saving_is_rounded_to_the_unit():
    values = {"fee": "10.50", "reduced_fee": 0, "reduced_for": "all", "unit": "yuan"}
    assert line(compute(terms("2024-01-01", "2024-12-31", **values), share("A"))).saved == fen(11)


def test_training_is_a_line_without_money():
    found = compute(terms(*YEAR, mode="training", service="pruning"), share("A"))
    assert [(each.year, each.kind, each.due, each.steps) for each in found.lines] == [
        (2024, "training", 0, ()),
        (2025, "training", 0, ()),
    ]


def test_a_saving_needs_no_due_days():
    row = terms(*YEAR, fee=300, reduced_fee=0, reduced_for="all", due="")
    found = compute(row, share("A"))
    assert not found.findings
    assert len(lines(found, kind="saved")) == 2
