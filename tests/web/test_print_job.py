"""The papers of a printing: part by part, stopped and taken up again, every code read back."""

from __future__ import annotations

import re
import subprocess
from datetime import date

import pytest
from bs4 import BeautifulSoup

from models import access, card, printing, printing_job, slip
from models.card import Card
from models.printing import Printing
from models.slip import Slip
from tests.web import press, printed
from web import press as presses
from web import wallet
from web.paper import NoFont

BLANK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'


def page(response):
    return BeautifulSoup(response.data, "html.parser")


@pytest.fixture
def homes(app, monkeypatch):
    app.config["PRINTING_PATIENCE"] = 60
    monkeypatch.setattr(presses, "SIZES", {"card": 5, "slip": 4})
    return press.village()


@pytest.fixture
def township(sign_in):
    return sign_in("township")


@pytest.fixture
def county(sign_in):
    return sign_in("county")


@pytest.fixture
def folder(app, tmp_path):
    return tmp_path / "printing"


def saved(answer, tmp_path):
    assert answer.mimetype == "application/pdf", answer.text[:300]
    assert answer.headers["Cache-Control"] == "no-store"
    path = tmp_path / "got.pdf"
    path.write_bytes(answer.data)
    return path


def test_the_cards_of_a_printing_each_lead_to_a_household(township, county, homes, tmp_path):
    address = press.made(township, county)
    pdf = saved(township.get(f"{address}/card/file"), tmp_path)
    codes = printed.codes_of(pdf)
    rows = printing.rows(Printing.get().id)
    assert codes == [f"HTTPS://LIANNONG.EXAMPLE/C/{card.token(row.card)}" for row in rows]
    text = printed.text_of(pdf)
    assert [text.count(row.short_code) for row in rows] == [1] * len(rows)
    assert not any(head in text for head in press.HEADS)
    assert "652301100200" not in text
    assert all(printed.fonts_of(pdf).values())


def test_the_household_sees_that_its_card_was_printed(township, county, homes):
    address = press.made(township, county)
    assert [row.purpose for row in access.of_household(homes[0])] == ["print"]
    township.post(f"{address}/slip/start")
    assert {row.purpose for row in access.of_household(homes[0])} == {"print", "slip"}


def test_a_job_that_is_stopped_goes_on_behind_its_last_part(
    township, county, homes, folder, monkeypatch
):
    address = press.approved(township, county)
    identity = Printing.get().id
    write = presses._write

    def stops(path, data):
        write(path, data)
        township.post(f"{address}/card/stop")

    monkeypatch.setattr(presses, "_write", stops)
    township.post(f"{address}/card/start")
    shown = page(township.get(address))
    assert (shown.progress["value"], shown.progress["max"]) == ("1", "2")
    assert "50%" in shown.find(id="card").text
    assert township.get(f"{address}/card/file").status_code == 404
    made = list(Card.select(Card.id))
    monkeypatch.setattr(presses, "_write", write)
    assert [path.name for path in (folder / identity.hex).glob("*.pdf")] == ["card-0000.pdf"]
    township.post(f"{address}/card/start")
    assert printing_job.find(identity, "card").state == "done"
    assert len(made) == 5
    assert {row.id for row in made} < {row.id for row in Card.select(Card.id)}
    assert Card.select().count() == len(homes)


def test_a_job_whose_worker_ended_says_so_and_goes_on(township, county, homes):
    address = press.approved(township, county)
    identity = Printing.get().id
    printing_job.run(identity, "card", 2)
    shown = page(township.get(address))
    assert "中断" in shown.find(id="card").text
    assert shown.select(f"form[action='{address}/card/start']")
    township.post(f"{address}/card/start")
    assert printing_job.find(identity, "card").state == "done"


def test_a_code_that_cannot_be_read_stops_the_job(township, county, homes, monkeypatch):
    monkeypatch.setattr(wallet.qr, "svg", lambda _code: BLANK)
    address = press.made(township, county)
    assert printing_job.find(Printing.get().id, "card").wrong == "unreadable"
    assert "读不出" in township.get(address).text
    monkeypatch.undo()
    township.post(f"{address}/card/start")
    assert printing_job.find(Printing.get().id, "card").state == "done"


def test_a_font_that_is_missing_stops_the_job(township, county, homes, monkeypatch):
    def fails(*given):
        raise NoFont("none")

    monkeypatch.setattr(wallet.paper, "pdf", fails)
    address = press.made(township, county)
    assert "缺字体" in township.get(address).text


def test_without_fonts_no_slip_of_a_printing_voids_one_of_before(
    township, county, homes, monkeypatch
):
    address = press.approved(township, county)
    township.post(f"{address}/card/start")
    slip.issue(printing.rows(Printing.get().id)[0].household, date(2026, 11, 23))
    with monkeypatch.context() as patch:
        patch.setattr(wallet.paper, "missing", lambda: ["fonts-noto-core"])
        township.post(f"{address}/slip/start")
    assert "缺字体" in township.get(address).text
    assert [row.used_on for row in Slip.select()] == [None]


def test_slips_come_after_the_cards_and_open_them(township, county, homes, tmp_path, client):
    address = press.approved(township, county)
    assert township.post(f"{address}/slip/start").status_code == 409
    township.post(f"{address}/card/start")
    township.post(f"{address}/slip/start")
    pdf = saved(township.get(f"{address}/slip/file"), tmp_path)
    assert not printed.codes_of(pdf)
    row = printing.rows(Printing.get().id)[2]
    text = printed.text_of(pdf)
    after = text[text.index(f"{row.household_number}{row.short_code}") :]
    secret = re.search(r"\d{8}", after[30:])[0]
    township.post(f"{address}/handover", data={"household": str(row.household)})
    token = card.token(row.card)
    sent = {"code": secret, "pin": "402917", "again": "402917"}
    assert client.post(f"/c/{token}/start", data=sent).status_code == 303


def test_slips_made_anew_end_the_earlier_ones(township, county, homes):
    address = press.made(township, county)
    township.post(f"{address}/slip/start")
    township.post(f"{address}/slip/start")
    assert Slip.select().count() == len(homes)
    township.post(f"{address}/slip/again")
    assert Slip.select().where(Slip.used_on.is_null()).count() == len(homes)
    assert Slip.select().count() == 2 * len(homes)


def test_sheets_that_were_spoilt_are_made_again(township, county, homes, tmp_path):
    address = press.made(township, county)
    rows = printing.rows(Printing.get().id)
    pdf = saved(township.get(f"{address}/sheet?from=2&to=２"), tmp_path)
    assert printed.codes_of(pdf) == [
        f"HTTPS://LIANNONG.EXAMPLE/C/{card.token(row.card)}" for row in rows[5:]
    ]
    for ends in ("from=0&to=1", "from=2&to=1", "from=1&to=3", "from=&to="):
        answer = township.get(f"{address}/sheet?{ends}")
        assert answer.status_code == 422
        assert "从 1 到" in answer.text


def test_the_list_to_sign_has_each_household_once(township, county, homes, tmp_path):
    address = press.made(township, county)
    text = printed.text_of(saved(township.get(f"{address}/list"), tmp_path))
    rows = printing.rows(Printing.get().id)
    assert [text.count(row.household_number) for row in rows] == [1] * len(rows)
    assert [text.count(row.short_code) for row in rows] == [1] * len(rows)
    assert "脱贫" not in text
    assert "监测" not in text


def test_the_sample_opens_nothing(township, homes, tmp_path):
    codes = printed.codes_of(saved(township.get("/printing/sample"), tmp_path))
    assert len(codes) == 5
    assert not any(card.by_token(code.rpartition("/")[2]) for code in codes)


def test_a_card_begins_when_it_is_handed_over_and_the_old_one_ends(township, county, homes, client):
    old = card.issue(homes[0], date(2026, 1, 1))
    address = press.made(township, county, "all")
    row = next(r for r in printing.rows(Printing.get().id) if r.household == homes[0])
    new = f"/c/{card.token(row.card)}"
    assert client.get(new).status_code == 404
    assert township.post(f"{address}/handover").status_code == 422
    all_ticked = page(township.get(f"{address}/handover?all=1"))
    assert len(all_ticked.select("input[checked]")) == len(homes)
    sent = {"household": str(homes[0]), "page": "1"}
    assert township.post(f"{address}/handover", data=sent).status_code == 303
    assert client.get(new).status_code == 200
    assert client.get(f"/c/{card.token(old.id)}").status_code == 404
    left = page(township.get(f"{address}/handover"))
    assert len(left.select("input[name=household]")) == len(homes) - 1


def test_nothing_is_handed_over_before_it_is_printed(township, county, homes):
    address = press.approved(township, county)
    assert not page(township.get(address)).select("a[href$='/handover']")
    township.post(f"{address}/handover", data={"household": str(homes[0])})
    assert printing.counts(Printing.get().id) == (len(homes), 0)


def test_whoever_takes_the_file_out_is_noted(township, county, homes, colleague):
    address = press.made(township, county)
    other = colleague("township", name="孙丽")
    assert other.get(f"{address}/card/file").status_code == 200
    assert [row.name for row in access.of_household(homes[0])].count("孙丽") == 1


def test_a_job_that_ended_while_it_joined_its_parts_goes_on(
    township, county, homes, folder, monkeypatch
):
    monkeypatch.setattr(printing_job, "end", lambda *_: None)
    monkeypatch.setattr(printing_job, "next_part", _only(3, printing_job.next_part))
    address = press.made(township, county)
    monkeypatch.undo()
    monkeypatch.setattr(presses, "SIZES", {"card": 5, "slip": 4})
    township.application.config["PRINTING_PATIENCE"] = 60
    identity = Printing.get().id
    assert printing_job.find(identity, "card").state == "running"
    township.post(f"{address}/card/start")
    assert printing_job.find(identity, "card").state == "done"
    (folder / identity.hex / "card.pdf").unlink()
    assert page(township.get(address)).select("form[action$='/card/start']")
    township.post(f"{address}/card/start")
    assert township.get(f"{address}/card/file").status_code == 200


def _only(times, ask):
    """Ask so many times, then say that there is nothing to do."""
    left = iter(range(times))
    return lambda *given: ask(*given) if next(left, None) is not None else None


def test_a_slip_is_for_the_printings_own_card(township, county, homes):
    address = press.made(township, county)
    township.post(f"{address}/handover", data={"household": str(homes[0])})
    card.issue(homes[0], date(2026, 11, 24))  # lost, and replaced by itself
    township.post(f"{address}/slip/start")
    assert Slip.select().where(Slip.household == homes[0]).count() == 0
    assert Slip.select().count() == len(homes) - 1


def test_the_files_are_the_servers_alone_and_go_after_a_month(
    township, county, homes, folder, clock
):
    press.made(township, county)
    own = folder / Printing.get().id.hex
    assert own.stat().st_mode & 0o777 == 0o700
    assert (own / "card.pdf").stat().st_mode & 0o777 == 0o600
    (folder / "notes.txt").touch()  # not ours
    assert presses.purge(folder, clock.moment) == 0
    clock.forward(days=3650)
    assert presses.purge(folder, clock.moment) == 1
    assert not own.exists()
    assert printing_job.find(Printing.get().id, "card") is None


def test_paper_stays_within_what_a_printer_takes(township, county, homes, tmp_path):
    address = press.made(township, county)
    pdf = saved(township.get(f"{address}/card/file"), tmp_path)
    said = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
    assert "Pages:           2" in said
    assert "A4" in said
