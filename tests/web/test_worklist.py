"""What is asked of a worklist stands in its address, which anybody can write."""

import pytest


@pytest.mark.parametrize("path", ["/dispute", "/remedy"])
@pytest.mark.parametrize(
    "asked", ["late=99999999999", "page=" + "9" * 30, "late=-1", "page=x", "show=x"]
)
def test_nonsense_in_the_address_is_left_out(sign_in, path, asked):
    assert sign_in("county").get(f"{path}?{asked}").status_code == 200


@pytest.mark.parametrize("path", ["/dispute", "/remedy"])
def test_a_choice_keeps_the_others_and_begins_at_page_one(sign_in, path):
    page = sign_in("county").get(f"{path}?late=3&q=NC-1&page=2").text
    assert f'href="{path}?mine=1&amp;late=3&amp;q=NC-1"' in page
