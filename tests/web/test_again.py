"""A form that could not be stored comes back to be sent again, without what opens something."""

from __future__ import annotations

import pytest

from web import again, csrf, proof


def sent(app, **fields):
    with app.test_request_context("/account", method="POST", data=fields):
        return again.of_request()


def test_what_was_typed_comes_back_with_its_id(app):
    found = sent(app, id="1", name="马兰", **{csrf.FIELD: "x"})
    assert found == again.Again("/account", (("id", "1"), ("name", "马兰")))


@pytest.mark.parametrize("name", [proof.PASSWORD, proof.CODE])
def test_the_secret_of_a_step_up_is_asked_for_anew(app, name):
    assert sent(app, id="1", **{name: "walnut-cotton"}).fields == (("id", "1"),)


@pytest.mark.parametrize("name", sorted(again.SECRETS))
def test_a_form_with_a_secret_does_not(app, name):
    assert sent(app, id="1", **{name: "402917"}) is None
