from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from flask import abort

from models.outage import OUTAGES
from web.access import may


@pytest.fixture
def app(new_app):
    """Tests here add routes."""
    return new_app


@pytest.fixture
def broken(app):
    """An app with a page for every error, which shows them as in earnest."""

    @may("anyone")
    def fail(status):
        if status == 500:
            raise ZeroDivisionError("the pin=402917 of 13812345678")
        if status == 503:
            raise OUTAGES[0]("database is locked")
        abort(status)

    app.add_url_rule("/fail/<int:status>", "fail", fail)
    app.testing = False
    return app.test_client()


@pytest.mark.parametrize("language", ["zh", "ug"])
@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500, 503])
def test_every_error_is_a_page_that_says_what_to_do(broken, status, language):
    answer = broken.get(f"/fail/{status}?lang={language}")
    assert answer.status_code == status
    page = BeautifulSoup(answer.data, "html.parser")
    assert page.html["lang"] == language
    assert page.find(class_="empty__text").text.strip()
    assert page.find("a", class_="button")["href"] == "/"
    assert "Traceback" not in answer.text
    assert "ZeroDivision" not in answer.text


def test_an_error_nobody_wrote_a_text_for_still_has_one(broken):
    assert broken.get("/fail/418").status_code == 418


def test_errors_are_logged_without_secrets(broken, caplog):
    broken.get("/fail/500?token=abc")
    assert "ZeroDivisionError" in caplog.text
    assert "402917" not in caplog.text
    assert "13812345678" not in caplog.text


def test_a_wrong_method_names_the_right_ones(client):
    answer = client.get("/language")
    assert answer.status_code == 405
    assert set(answer.headers["Allow"].split(", ")) == {"OPTIONS", "POST"}


def test_too_large_a_form_is_refused(client):
    answer = client.post("/language", data={"lang": "ug", "next": "x" * 1_100_000})
    assert answer.status_code == 413


def test_bytes_that_are_no_text_hurt_nothing(client):
    for address in ("/policy/%FF", "/c/%00", "/policy?q=%FF%00", "/?lang=%FF", "/%2e%2e/etc"):
        assert client.get(address).status_code in {200, 404}
