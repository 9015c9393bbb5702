"""What opens nothing costs the same work, whatever it is: slow hashes and queries are counted.

Bodies and states that are alike are in test_card, test_payer, test_signin and test_activate.
"""

from __future__ import annotations

from datetime import timedelta

import pytest

from models import account, card, secret
from models.ids import household_id
from tests.web import firm

UNKNOWN = "A" * 26


@pytest.fixture
def hashes(monkeypatch):
    """How often a slow hash was computed."""
    secret.matches("password", "warm", None)  # what stands for nothing is hashed once in a process
    counted, hasher = [], secret._hasher

    class Counting:
        def verify(self, *given):
            counted.append("verify")
            return hasher.verify(*given)

        def hash(self, *given):
            counted.append("hash")
            return hasher.hash(*given)

    monkeypatch.setattr(secret, "_hasher", Counting())
    return counted


@pytest.fixture
def work(client, hashes, statements):
    """A function: work("POST", "/signin", user=…) gives status, slow hashes and statements."""

    def ask(method, address, **sent):
        hashes.clear()
        statements.clear()
        answer = client.open(address, method=method, data=sent)
        return answer.status_code, tuple(hashes), tuple(statements)

    return ask


@pytest.mark.parametrize(("method", "more"), [("GET", ""), ("POST", ""), ("POST", "/start")])
def test_cards_that_open_nothing_cost_the_same(work, own_card, household, clock, method, more):
    revoked = card.token(own_card.id)
    card.issue(household, clock.moment.date())  # the new one ends the old one
    other = card.issue(household_id("652301100200-018"), clock.moment.date())
    card.revoke(other.household, clock.moment.date())
    tokens = [UNKNOWN, revoked, card.token(other.id)]
    seen = {work(method, f"/c/{each}{more}", pin="402917") for each in tokens}
    assert len(seen) == 1
    ((status, hashes, queries),) = seen
    assert (status, hashes) == (404, ())
    assert len(queries) == 1


def test_a_card_without_a_pin_costs_as_much_as_a_wrong_pin(work, own_card, clock):
    bare = card.issue(household_id("652301100200-018"), clock.moment.date())
    asked = [f"/c/{card.token(each.id)}" for each in (own_card, bare)]
    with_pin, without = (work("POST", address, pin="730164") for address in asked)
    assert with_pin[:2] == without[:2] == (422, ("verify",))


def test_links_that_open_nothing_cost_the_same(work, own_card):
    firm.firm()
    ended = firm.issue()
    firm.issue()
    outdated = firm.issue(firm.FARM, until=firm.TODAY - timedelta(1))
    tokens = [ended, outdated, card.token(own_card.id), UNKNOWN]
    seen = {work("GET", f"/b/{token}") for token in tokens}
    assert len(seen) == 1
    ((status, hashes, _),) = seen
    assert (status, hashes) == (404, ())


def test_sign_ins_that_open_nothing_cost_the_same(work, staff):
    staff("cadre", user="yuan")
    gone = staff("cadre", user="gone")
    account.disable(gone.id)
    seen = [work("POST", "/signin", user=user, password="wrong-1") for user in ("yuan", "nobody")]
    assert seen[0][:2] == seen[1][:2] == (422, ("verify",))
    right = work("POST", "/signin", user="gone", password="walnut-cotton-9")
    assert right[:2] == (422, ("verify",))
