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
