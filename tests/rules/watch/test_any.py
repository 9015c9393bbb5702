"""What holds of the watch whatever a ledger says, in whatever order its rows come."""

import os
from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rules.article import articles
from rules.watch import agreement, asset, buyback, catalogue, chain, floor, lint, term
from rules.watch.facts import Asset, Deal, Parameters, Roster
from tests.rules.arbitrary import DAYS, MONEY, maybe
from tests.rules.arbitrary import terms as arbitrary
from tests.rules.watch.made import LPR, holds, project

ANY = settings(
    max_examples=int(os.environ.get("EXAMPLES", "25")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    deadline=None,
)
CELLS = {
    "mode": st.sampled_from(list(term.MODES)),
    "stake": st.sampled_from([None, "debt", "lease", "equity", "own", "none"]),
    "source": st.sampled_from([None, "linkage_fund", "collective", "quantified_aid", "own"]),
    "written_reason": st.sampled_from([None, "新品种"]),
    "upstream": st.sampled_from([None, "A", "U"]),
    "households": maybe(st.integers(0, 50)),
    "exit_terms": st.sampled_from([None, "可退"]),
    "witness": st.sampled_from([None, "某乡"]),
    "buyback_price": maybe(MONEY),
    "buyback_on": maybe(DAYS),
}
KNOWN = {each.number for each in articles()}


@st.composite
def rows(draw):
    """Draw rows of one agreement, any of the cells that the watch looks at filled."""
    found = draw(st.lists(arbitrary(), min_size=1, max_size=4))
    return [replace(row, **{name: draw(cell) for name, cell in CELLS.items()}) for row in found]


ASSETS = st.builds(
    Asset,
    st.sampled_from(["Z-1", "Z-2", "Z-3"]),
    st.just("P-1"),
    st.just("棚"),
    st.sampled_from(["plant", "farm_building", "water"]),
    cost=MONEY,
    in_use_from=DAYS,
    life_years=st.integers(1, 300_000),
    in_base=st.booleans(),
    owner=st.just("村集体"),
    public_money=maybe(MONEY),
    residual=maybe(st.integers(0, 100_000)),
    appraised=maybe(MONEY),
    appraised_on=maybe(DAYS),
    state=st.sampled_from([None, "idle", "disposed"]),
)


@st.composite
def deals(draw):
    listed = draw(st.lists(ASSETS, max_size=3, unique_by=lambda each: each.number))
    return Deal(
        *("A", tuple(draw(rows()))),
        roster=Roster(draw(st.integers(0, 40)), draw(MONEY), draw(st.sampled_from([(), ("H1",)]))),
        project=draw(st.sampled_from([None, project()])),
        assets=tuple(listed),
        rates=LPR,
        parameters=Parameters(draw(maybe(DAYS)), draw(st.sampled_from(["signing", "start"]))),
    )


def everything(deal, on):
    """Return all that the watch has to say of an agreement on a day."""
    return (
        agreement.findings(deal, on),
        floor.readings(deal, on),
        buyback.readings(deal, on),
        chain.findings(deal, {"U": deal.terms}, on),
        lint.judge(deal, on),
        asset.base(deal.assets, deal.parameters, on.year, 5000),
    )


@ANY
@given(deals(), DAYS, st.randoms(use_true_random=False))
def test_nothing_depends_on_the_order_of_rows(deal, on, chance):
    mixed = {name: list(getattr(deal, name)) for name in ("terms", "assets", "rates")}
    for listed in mixed.values():
        chance.shuffle(listed)
    other = replace(deal, **{name: tuple(listed) for name, listed in mixed.items()})
    assert everything(deal, on) == everything(other, on)


@ANY
@given(deals(), DAYS)
def test_every_finding_is_of_a_known_kind_and_never_red_for_what_is_older(deal, on):
    found = [*agreement.findings(deal, on), *chain.findings(deal, {}, on)]
    for each in found:
        kind = catalogue.kinds()[each.code]
        assert tuple(name for name, _ in each.params) == kind.params
        assert int(each.article.partition("(")[0]) in KNOWN
        assert each.gap is None or each.gap >= 0
        if dict(each.params).get("age"):
            assert each.weight in {"note", "advice"}
    keys = [(each.code, each.subject, each.params) for each in found]
    assert len(set(keys)) == len(keys)


@ANY
@given(deals(), DAYS)
def test_every_formula_comes_to_its_value(deal, on):
    _, floors, bought, _, _, base = everything(deal, on)
    steps = [step for reading in floors for step in reading.steps]
    steps += [step for each in bought for side in (each.value, each.whole) for step in side.steps]
    steps += [step for item in base.items for step in item.steps] + list(base.steps)
    assert all(map(holds, steps))


@ANY
@given(deals(), DAYS, st.integers(1, 5000))
def test_a_higher_rate_never_turns_reaching_into_below(deal, on, more):
    plain = [replace(row, guaranteed_amount=None) for row in deal.terms]
    raised = [replace(row, guaranteed_rate=(row.guaranteed_rate or 0) + more) for row in plain]
    pairs = zip(
        floor.readings(replace(deal, terms=tuple(plain)), on),
        floor.readings(replace(deal, terms=tuple(raised)), on),
        strict=True,
    )
    for before, after in pairs:
        if (before.stake, before.verdict) == ("debt", "reaches"):
            assert after.verdict == "reaches"


@ANY
@given(deals(), DAYS)
def test_the_signing_table_is_red_wherever_a_finding_will_be(deal, on):
    """What is ok at the table gives no must about terms or floors once it is signed that day."""
    signed = tuple(replace(row, signed_on=on, in_force_from=on) for row in deal.terms[:1])
    deal = replace(deal, terms=signed, parameters=Parameters(issued_on=date.min))
    states = {each.article: each.state for each in lint.judge(deal, on)}
    codes = {"agreement.term_missing", "agreement.no_guarantee", "agreement.no_witness"}
    codes |= {"agreement.rate_below_lpr", "agreement.lease_below_depreciation"}
    for each in agreement.findings(deal, on):
        if each.code in codes and each.weight == "must":
            assert states[each.article] != "ok", each
