"""Logs that hold no secret and no personal number, whoever writes them."""

from __future__ import annotations

import logging
import re
import traceback
from typing import Any

from flask import Flask

MASKS = (
    (
        re.compile(r"(?i)\b(pin|again|code|password|\w*token|cookie|secret)(['\"]?\s*[=:]\s*)\S+"),
        r"\1\2***",
    ),
    (re.compile(r"(?i)(/[bc]/)[a-z2-7]+"), r"\1***"),
    (re.compile(r"\?[^\s\"'?]*=[^\s\"']*"), "?***"),
    (re.compile(r"(?<![A-Za-z0-9])[A-Z2-7]{26}(?![A-Za-z0-9])"), "***"),
    (re.compile(r"(?<!\d)\d{15,19}[\dXx]?(?!\d)"), "***"),
    (re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)"), "***"),
)
ONE_LINE = str.maketrans(
    {"\r": "␍", "\n": "␊", "\x0b": "␋", "\x0c": "␌", "\u2028": "␊", "\x1b": "␛"}
)
_plain_factory = logging.getLogRecordFactory()


def init(_: Flask) -> None:
    """Mask every record of this process, from whichever library it comes."""
    logging.setLogRecordFactory(_masked_record)


def mask(text: str) -> str:
    """Return `text` without card and link addresses, PINs, codes, queries and personal numbers."""
    for pattern, instead in MASKS:
        text = pattern.sub(instead, text)
    return text


def line(text: str) -> str:
    """Return `text` masked and as one line, so that nobody's input begins a line of its own."""
    return mask(text).translate(ONE_LINE)


def _masked_record(*args: Any, **kwargs: Any) -> logging.LogRecord:
    record = _plain_factory(*args, **kwargs)
    try:
        record.msg, record.args = line(record.getMessage()), None
    except (TypeError, ValueError):
        record.msg, record.args = line(str(record.msg)), None
    if record.exc_info and record.exc_info[0]:
        record.exc_text = mask("".join(traceback.format_exception(*record.exc_info)).rstrip())
    return record
