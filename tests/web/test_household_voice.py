"""The next payment read out from recorded words: all of them or nothing, and for one's own ears."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from models.due import Due
from rules.spoken import payment
from tests.web import farm
from tests.web.sound import FRAME, record
from web.voice import file
from web.words.spoken import SPOKEN


@pytest.fixture
def folder(app):
    return Path(app.config["INSTANCE"])


@pytest.fixture(autouse=True)
def _farm(app):
    farm.farm()


def player(client, lang="zh"):
    return BeautifulSoup(client.get(f"/household?lang={lang}").data, "html.parser").find("audio")


@pytest.mark.parametrize("lang", ["zh", "ug"])
def test_the_sum_and_the_day_of_the_next_payment_are_read_out(as_household, folder, lang):
    record(folder, "zh", "ug")
    shown = player(as_household, lang)
    assert shown["src"] == "/household/voice"
    with as_household.get(f"/household/voice?lang={lang}") as played:
        assert played.status_code == 200
        assert played.mimetype == "audio/mpeg"
        assert played.headers["Cache-Control"] == "no-store"
        assert "ETag" not in played.headers
        assert played.data == FRAME * (len(played.data) // len(FRAME))
        whole = played.data
    part = as_household.get(f"/household/voice?lang={lang}", headers={"Range": "bytes=208-415"})
    assert (part.status_code, part.data) == (206, FRAME)
    assert part.headers["Content-Range"] == f"bytes 208-415/{len(whole)}"
    assert part.headers["Cache-Control"] == "no-store"


def test_the_sentence_is_made_of_the_words_of_the_page(as_household, folder):
    record(folder, "zh")
    page = BeautifulSoup(as_household.get("/household").data, "html.parser")
    year, month, day = page.select_one(".next time")["datetime"].split("-")
    with as_household.get("/household/voice") as played:
        count = len(played.data) // len(FRAME)
    places = {word: n + 1 for n, word in enumerate(SPOKEN["zh"])}
    fen = round(
        float(page.select_one(".next .money").get_text().strip(" ¥元").replace(",", "")) * 100
    )
    words = payment("zh", fen, date(int(year), int(month), int(day)), late=False)
    assert count == sum(places[word] for word in words)


def test_without_a_word_nothing_is_offered(as_household, folder):
    assert player(as_household) is None
    assert as_household.get("/household/voice").status_code == 404
    assert "media-src" not in as_household.get("/household").headers["Content-Security-Policy"]
    record(folder, "zh")
    assert player(as_household)
    assert player(as_household, "ug") is None
    policy = as_household.get("/household").headers["Content-Security-Policy"]
    assert "media-src 'self'" in policy
    file(folder, "zh", "next").unlink()
    assert player(as_household) is None
    file(folder, "zh", "next").write_text("no sound")
    assert player(as_household) is None
    assert as_household.get("/household/voice").status_code == 404


def test_where_nothing_is_to_come_nothing_is_read_out(as_household, folder):
    record(folder, "zh")
    Due.delete().execute()
    assert player(as_household) is None
    assert as_household.get("/household/voice").status_code == 404


def test_it_is_for_the_household_alone(client, sign_in, folder):
    record(folder, "zh")
    assert client.get("/household/voice").location == "/#card"
    for role in ("cadre", "county"):
        assert sign_in(role).get("/household/voice").status_code == 404


def test_the_command_lists_what_has_to_be_recorded(app, folder):
    run = app.test_cli_runner().invoke
    found = run(args=["voice", "missing"])
    assert found.exit_code == 1
    assert str(file(folder, "ug", "20th")) in found.output
    assert "يىگىرمىنچى" in found.output
    assert f"{sum(map(len, SPOKEN.values()))} to record" in found.output
    record(folder, "zh")
    assert run(args=["voice", "missing", "--lang", "zh"]).output == "all are there\n"
    file(folder, "zh", "yuan").write_text("no sound")
    wrong = run(args=["voice", "missing", "--lang", "zh"])
    assert wrong.exit_code == 1
    assert wrong.output.count("not an mp3") == 1
