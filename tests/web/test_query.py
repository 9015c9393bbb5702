"""Addresses of lists: which page is asked for."""

import pytest

from models.place import load_places

LISTS = (
    "/ledger",
    "/finding",
    "/signing",
    "/business",
    "/project",
    "/dispute",
    "/event",
    "/course",
)
PAGES = (0, -1, "x", 10**11, 2**63 - 1, 10**25)


@pytest.mark.parametrize("number", PAGES)
@pytest.mark.parametrize("path", LISTS)
def test_no_page_of_a_list_is_too_far(app, sign_in, path, number):
    load_places()
    assert sign_in("county").get(f"{path}?page={number}").status_code == 200
