"""What nobody can see, in whatever a browser sends: NUL is dropped, the rest gets a sentence."""

from __future__ import annotations

import io
from datetime import date

import pytest
from werkzeug.datastructures import MultiDict

from web.forms import account, course, decision, dispute, exemplar, project, reply, rule, signing

NUL = "%00"
TODAY = date(2026, 11, 23)
# Turns of direction, isolates, no width, byte order mark, joiners where nothing joins, controls.
UNSEEN = [
    *("\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"),
    *("\u200b", "\u2060", "\ufeff", "\u200c", "\u200d", "\u061c", "\u00ad", "\u0007"),
]
FORMS = {
    "account.name": lambda text: account.read({"name": text}, (), with_department=True),
    "account.department": lambda text: account.read({"department": text}, (), with_department=True),
    "course.title": lambda text: course.read({"title": text}, TODAY),
    "course.organiser": lambda text: course.read({"organiser": text}, TODAY),
    "decision.text": lambda text: decision.read({"text": text}, "652328", TODAY, TODAY),
    "dispute.words": lambda text: dispute.said({"words": text}),
    "project.approver": lambda text: project.approval(MultiDict({"approver": text})),
    "reply.remark": lambda text: reply.read({"reply": "paid", "remark": text}, TODAY, ()),
    "reply.voucher": lambda text: reply.read({"reply": "paid", "voucher": text}, TODAY, ()),
    "exemplar.zh": lambda text: exemplar.read({"zh": text}, "652328", TODAY),
    "exemplar.title_ug": lambda text: exemplar.read({"title_ug": text}, "652328", TODAY),
    "rule.zh": lambda text: rule.read({"zh": text}),
    "rule.number": lambda text: rule.read({"number": text}),
    "signing.number": lambda text: signing.new({"number": text}),
}


@pytest.mark.parametrize("name", FORMS)
def test_no_form_takes_a_text_with_a_character_that_nobody_sees(app, name):
    field = name.partition(".")[2]
    with app.test_request_context():
        for unseen in UNSEEN:
            wrong = FORMS[name](f"甲{unseen}乙").errors.get(field)
            assert wrong, (name, ascii(unseen))


def test_joiners_stay_where_they_join_arabic_letters(app):
    with app.test_request_context():
        said = dispute.said({"words": "ئىش\u200cھەققى"})
    assert "words" not in said.errors


@pytest.mark.parametrize(
    "address",
    [
        *("/policy?q=a%00b", "/signin?next=/%00", "/c/%00", "/b/%00", "/policy/%00", "/due/%00"),
        *("/rule?county=%00", "/?lang=%00", "/nowhere%00"),
    ],
)
def test_nul_in_an_address_is_no_fault_of_ours(client, address):
    assert client.get(address).status_code in {200, 302, 303, 404}


@pytest.mark.parametrize("address", ["/account", "/card", "/finding", "/business", "/project"])
def test_nul_in_a_search_is_dropped(sign_in, address):
    phone = sign_in("county" if address == "/account" else "township")
    answer = phone.get(f"{address}?q=%00zz%00")
    assert answer.status_code == 200
    assert "\x00" not in answer.text


@pytest.mark.parametrize(
    ("address", "sent"),
    [
        ("/signin", {"user": "a\x00b", "password": "\x00"}),
        ("/activate", {"user": "\x00", "code": "\x00" * 12}),
        ("/language", {"lang": "u\x00g", "next": "/\x00"}),
    ],
)
def test_nul_in_a_form_is_dropped(client, address, sent):
    assert client.post(address, data=sent).status_code in {303, 422}
    packed = client.post(address, data=sent, content_type="multipart/form-data")
    assert packed.status_code in {303, 422}


def test_nul_in_the_name_of_a_file_is_dropped(app):
    sent = {"files": (io.BytesIO(b"x"), "a\x00b.xlsx"), "id": "\x00"}
    with app.test_request_context(method="POST", data=sent) as context:
        (file,) = context.request.files.getlist("files")
        assert "\x00" not in (file.filename or "")
        assert context.request.form["id"] == ""
