"""A receipt with the card finds one check on any phone and nothing else; what is wrong is alike."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from bs4 import BeautifulSoup

from models import card, database, receipt, retention
from models.guess import Guess
from models.ids import household_id
from models.visit import Said, store
from tests.web import farm

US, THEM = household_id(farm.OURS), household_id(farm.THEIRS)
TODAY = farm.TODAY


@pytest.fixture
def owned(own_card):
    farm.farm()
    return own_card


@pytest.fixture
def cadre(staff):
    return staff("cadre")


@pytest.fixture
def spoken(owned, cadre):
    """The receipt of a visit at which two lines were checked."""
    return receipt.of(US, checked(cadre))


def checked(cadre, household=US, day=TODAY) -> UUID:
    visit, rent = uuid4(), farm.line_of(US, "rent", 2026).id
    said = [Said("less", due=rent, amount=700_00), Said("explained", agreement=farm.SHARES)]
    store(visit, household, cadre.id, said, day)
    return visit


def words(response) -> str:
    return " ".join(BeautifulSoup(response.data, "html.parser").main.get_text(" ").split())


def ask(client, code, digits):
    return client.post("/receipt", data={"code": code, "receipt": digits})


def wrong(digits: str, by: int = 1) -> str:
    return f"{(int(digits) + by) % 10_000:04d}"


def test_it_shows_what_was_checked_the_result_the_day_and_who(client, owned, spoken):
    answer = ask(client, owned.short_code, spoken)
    text = words(answer)
    assert answer.status_code == 200
    for said in ("土地租金", "2026年", "昌吉市六工镇种植家庭农场", "700.00", "协议的条款"):
        assert said in text, said
    assert "2026年11月23日" in text
    assert "阿依古丽·买买提 · 村干部" in text
    assert answer.headers["Cache-Control"] == "no-store"


def test_it_shows_nothing_else(client, owned, spoken):
    text = ask(client, owned.short_code, spoken).text
    for hidden in ("古丽娜尔", farm.OURS, str(US), US.hex, "7,533.50", "天山养殖场", "1,200.00"):
        assert hidden not in text, hidden
    assert not BeautifulSoup(text, "html.parser").select("a[href^='/due'], a[href^='/check/']")
    assert not client.get_cookie("session")


def test_the_card_s_own_address_asks_for_the_digits_alone(client, owned, spoken):
    address = f"/c/{card.token(owned.id)}/receipt"
    page = BeautifulSoup(client.get(address).data, "html.parser")
    assert [each["name"] for each in page.main.select("input")] == ["receipt"]
    assert "700.00" in words(client.post(address, data={"receipt": spoken}))
    assert "700.00" in words(client.post(address.lower(), data={"receipt": spoken}))


def test_full_width_digits_and_spaces_are_read(client, owned, spoken):
    wide = " ".join(chr(ord(each) + 0xFEE0) for each in spoken)
    code = f"{owned.short_code[:4]} {owned.short_code[4:]}"
    assert "700.00" in words(ask(client, code, wide))


def test_home_and_card_lead_to_it(client, owned):
    assert 'href="/receipt"' in client.get("/").text
    address = f"/c/{card.token(owned.id)}"
    assert f'href="{address}/receipt"' in client.get(address).text


def test_the_same_visit_has_the_same_receipt_and_each_its_own(owned, cadre):
    visit = checked(cadre)
    assert receipt.of(US, visit) == receipt.of(US, visit)
    assert len({receipt.of(US, uuid4()) for _ in range(60)}) > 50
    assert len(receipt.of(US, visit)) == 4


def test_sent_twice_the_done_page_says_it_twice(sign_in, owned):
    desk = sign_in("cadre")
    rent = farm.line_of(US, "rent", 2026).id
    data = {"id": str(uuid4()), f"result-{rent}": "received"}
    pages = [desk.get(desk.post("/visit", data=data).location) for _ in range(2)]
    digits = {BeautifulSoup(page.data, "html.parser").select_one(".receipt").text for page in pages}
    assert digits == {receipt.of(US, UUID(data["id"]))}


def test_the_done_page_is_its_own_cadre_s_and_lasts_as_long(sign_in, owned, spoken, cadre, clock):
    visit = checked(cadre)
    assert sign_in("cadre").get(f"/visit/done/{visit}").status_code == 404
    assert sign_in("township").get(f"/visit/done/{visit}").status_code == 404
    assert receipt.of_account(visit, cadre.id, TODAY + timedelta(days=receipt.DAYS))
    assert not receipt.of_account(visit, cadre.id, TODAY + timedelta(days=receipt.DAYS + 1))


def test_nothing_of_it_is_stored(owned, spoken):
    rows = "\n".join(database.database.obj.connection().iterdump())
    assert spoken not in {word.strip("'(),;") for word in rows.split(",")}
    columns = {name for table in database.Table.__subclasses__() for name in table._meta.fields}
    assert not {name for name in columns if "receipt" in name}


def test_another_pepper_has_other_receipts(owned):
    from models import secret

    visits = [uuid4() for _ in range(20)]
    before = [receipt.of(US, visit) for visit in visits]
    secret.use(pepper="another pepper", session="another")
    assert [receipt.of(US, visit) for visit in visits] != before


def alike(client, code: str, digits: str) -> tuple[int, str]:
    answer = ask(client, code, digits)
    return answer.status_code, answer.text.replace(code, "…").replace(digits, "…")


def test_unknown_wrong_revoked_and_expired_answer_alike(client, owned, spoken, cadre, household):
    """An unknown card, a wrong receipt, one of long ago, and a card that has ended."""
    unknown = next(
        f"{number}{card.check_digit(str(number))}"
        for number in range(3_000_000, 3_000_050)
        if card.by_short_code(f"{number}{card.check_digit(str(number))}") is None
    )
    old = receipt.of(US, checked(cadre, day=TODAY - timedelta(days=receipt.DAYS + 1)))
    answers = [alike(client, unknown, spoken), alike(client, owned.short_code, wrong(spoken))]
    Guess.delete().execute()
    answers.append(alike(client, owned.short_code, old))
    Guess.delete().execute()
    ended = owned.short_code
    card.revoke(US, TODAY)
    answers.append(alike(client, ended, spoken))
    assert {status for status, _ in answers} == {422}
    assert len({text for _, text in answers}) == 1


def test_over_the_limit_all_answer_alike_too(client, owned, spoken):
    unknown = "3000000" + card.check_digit("3000000")
    last = []
    for code in (owned.short_code, unknown):
        for by in range(receipt.WRONG_A_DAY):
            assert ask(client, code, wrong(spoken, by + 1)).status_code == 422
        last.append(alike(client, code, spoken))
    assert {status for status, _ in last} == {429}
    assert len({text for _, text in last}) == 1


def test_a_right_one_costs_nothing_and_the_pin_keeps_its_own_guesses(client, owned, spoken):
    for _ in range(receipt.WRONG_FROM_ONE_PLACE + 5):
        assert ask(client, owned.short_code, spoken).status_code == 200
    for by in range(receipt.WRONG_A_DAY):
        ask(client, owned.short_code, wrong(spoken, by + 1))
    assert ask(client, owned.short_code, spoken).status_code == 429
    pin = client.post(f"/c/{card.token(owned.id)}", data={"pin": "402917"})
    assert pin.status_code == 303


def test_one_place_cannot_walk_through_the_short_codes(client, owned, spoken, clock):
    for number in range(4_000_000, 4_000_000 + receipt.WRONG_FROM_ONE_PLACE):
        code = f"{number}{card.check_digit(str(number))}"
        assert ask(client, code, spoken).status_code == 422
    assert ask(client, owned.short_code, spoken).status_code == 429
    clock.forward(minutes=15)
    assert ask(client, owned.short_code, spoken).status_code == 200


@pytest.mark.parametrize(
    ("code", "digits", "said"),
    [
        ("", "1234", "8位数字"),
        ("12345678", "1234", "8位数字"),
        ("1234567", "1234", "8位数字"),
        ("٤٠٢٩١٧٠٠", "1234", "8位数字"),
        ("good", "123", "4位数字"),
        ("good", "<b>", "4位数字"),
    ],
)
def test_what_is_mistyped_costs_no_guess_and_is_kept(client, owned, code, digits, said):
    typed = owned.short_code if code == "good" else code
    answer = ask(client, typed, digits)
    page = BeautifulSoup(answer.data, "html.parser")
    assert answer.status_code == 422
    assert said in page.find("p", class_="field__error").text
    assert page.find("input", {"name": "code"})["value"] == typed
    assert page.find("input", {"name": "receipt"})["value"] == digits
    assert not Guess.select().exists()


def test_another_household_s_receipt_opens_nothing_with_ours(client, owned, cadre):
    theirs = receipt.of(THEM, checked(cadre, THEM))
    assert ask(client, owned.short_code, theirs).status_code == 422


@pytest.mark.parametrize("role", ["cadre", "township", "county", "prefecture"])
def test_where_staff_are_signed_in_nothing_is_looked_up(sign_in, owned, spoken, role):
    desk = sign_in(role)
    for answer in (desk.get("/receipt"), ask(desk, owned.short_code, spoken)):
        assert answer.status_code == 403
        assert "700.00" not in answer.text
        assert "退出登录" in words(answer)


def test_counts_go_the_next_day(client, owned, spoken, clock):
    ask(client, owned.short_code, wrong(spoken))
    clock.forward(days=1)
    retention.purge(clock.moment)
    assert not Guess.select().exists()


def test_it_speaks_uyghur(client, owned, spoken):
    client.set_cookie("lang", "ug")
    page = BeautifulSoup(ask(client, owned.short_code, spoken).data, "html.parser")
    assert (page.html["lang"], page.html["dir"]) == ("ug", "rtl")
    assert date.isoformat(TODAY)[:4] in page.main.text
