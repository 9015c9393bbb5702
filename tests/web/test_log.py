from __future__ import annotations

import logging

import pytest

from web.log import mask


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("GET /c/ABCDEFGHIJKLMNOPQRSTUVWX23 HTTP/1.1", "ABCDEFGH"),
        ("GET /c/abcdefghijklmnopqrstuvwx23/start", "abcdefgh"),
        ("cookie session=ABCDEFGHIJKLMNOPQRSTUVWX23;", "ABCDEFGH"),
        ("GET /visit/new?card=ABCDEFGHIJKLMNOPQRSTUVWX23", "ABCDEFGH"),
        ("GET /policy?q=whatever&x=1 200", "whatever"),
        ("{'pin': '402917'}", "402917"),
        ("pin=402917&again=402917", "402917"),
        ("password: walnut", "walnut"),
        ("身份证 652301199001011234 的", "652301199001011234"),
        ("65230119900101123X", "65230119900101123"),
        ("电话13812345678。", "13812345678"),
        ("卡号6222021234567890123", "6222021234567890123"),
    ],
)
def test_secrets_and_personal_numbers_are_masked(text, secret):
    assert secret not in mask(text)


def test_what_is_needed_to_find_a_fault_stays():
    assert mask("line 120 of web/card.py: 652301100200, 1,234.50") == (
        "line 120 of web/card.py: 652301100200, 1,234.50"
    )


def test_every_library_s_records_are_masked(app, caplog):
    logging.getLogger("anybody").warning("address %s", "/c/ABCDEFGHIJKLMNOPQRSTUVWX23")
    too_few = ("%s and %s", "one")
    logging.getLogger("anybody").warning(*too_few)
    assert "ABCDEFGH" not in caplog.text


def test_tracebacks_are_masked(app, caplog):
    try:
        int("phone 13812345678")
    except ValueError:
        logging.getLogger("anybody").exception("failed")
    assert "ValueError" in caplog.text
    assert "13812345678" not in caplog.text


def test_nobody_s_input_begins_a_line_of_its_own(app, caplog):
    app.logger.warning("no such place: %s", "x\r\n2026-11-23 ERROR forged\x1b[2J")
    assert len(caplog.records[-1].getMessage().splitlines()) == 1
    assert "\x1b" not in caplog.text


@pytest.mark.parametrize("name", ["werkzeug", "gunicorn.access", "granian.access", "peewee"])
def test_lines_of_servers_hold_neither_a_query_nor_a_token(app, caplog, name):
    line = '%s - "GET %s HTTP/1.1" 200'
    with caplog.at_level("DEBUG", name):
        logging.getLogger(name).debug(line, "127.0.0.1", "/card?q=买买提&page=2")
        logging.getLogger(name).debug(line, "127.0.0.1", "/C/ABCDEFGHIJKLMNOPQRSTUVWX23/start")
        logging.getLogger(name).debug("%(path)s", {"path": "/b/ABCDEFGHIJKLMNOPQRSTUVWX23"})
    for told in ("买买提", "page=2", "ABCDEFGH"):
        assert told not in caplog.text
    assert caplog.text.count("***") == 3


def test_what_stands_beside_an_error_is_masked_too(app, caplog):
    """A traceback has the errors that led to it; a stack is written by some libraries."""
    try:
        try:
            int("csrf_token=0123456789abcdef0123456789abcdef")
        except ValueError as first:
            raise KeyError("/c/ABCDEFGHIJKLMNOPQRSTUVWX23?pin=402917") from first
    except KeyError:
        logging.getLogger("anybody").exception("failed", stack_info=True)
    for told in ("0123456789abcdef", "ABCDEFGH", "402917"):
        assert told not in caplog.text
    assert "ValueError" in caplog.text
    assert "KeyError" in caplog.text
