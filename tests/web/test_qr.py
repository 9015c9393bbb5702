from __future__ import annotations

import re

import pytest
import zxingcpp

from models.secret import random_letters
from web import qr

RUN = re.compile(r"M(\d+) (\d+)h(\d+)v1h-\d+z")


def picture(code, scale=3, worn=0.0):
    """Draw the path as a camera would see it, with a white spot of this part of its side."""
    side = code.size * scale
    pixels = bytearray(b"\xff" * side * side)
    for x, y, length in (
        (int(a) * scale, int(b) * scale, int(c) * scale) for a, b, c in RUN.findall(code.path)
    ):
        for row in range(y, y + scale):
            pixels[row * side + x : row * side + x + length] = bytes(length)
    spot, middle = int(side * worn), side // 2
    for row in range(middle, middle + spot):
        pixels[row * side + middle : row * side + middle + spot] = b"\xff" * spot
    return memoryview(bytes(pixels)).cast("B", (side, side))


@pytest.mark.parametrize("number", range(5))
def test_a_card_s_code_is_read_back(number):
    token = random_letters()
    code = qr.card_code("https://liannong.example", token)
    (read,) = zxingcpp.read_barcodes(picture(code))
    assert read.text == f"HTTPS://LIANNONG.EXAMPLE/C/{token}"
    assert read.ec_level == "Q"


def test_a_card_s_code_is_coarse_and_its_path_small():
    code = qr.card_code("https://liannong.example", random_letters())
    assert code.size <= 37 + 8
    assert len(qr.svg(code)) < 9000


def test_a_quiet_zone_of_four_surrounds_it():
    code = qr.page_code("https://liannong.example/policy/10")
    for x, y, length in RUN.findall(code.path):
        assert min(int(x), int(y)) >= 4
        assert max(int(x) + int(length), int(y) + 1) <= code.size - 4


def test_a_worn_spot_does_not_stop_the_scanner():
    code = qr.card_code("https://liannong.example", random_letters())
    assert len(zxingcpp.read_barcodes(picture(code, 8, worn=0.2))) == 1


def test_a_page_s_code_holds_any_address():
    address = "https://liannong.example/policy/10?lang=ug#3"
    (read,) = zxingcpp.read_barcodes(picture(qr.page_code(address)))
    assert read.text == address
