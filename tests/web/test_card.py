from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from models import card, slip
from models.card import Card, check_digit, token, trivial
from models.database import database
from models.guess import give_back, take
from models.session import Session
from tests.web.lines import add_household
from web.access import COOKIE

RIGHT, WRONG = "402917", "402918"


@pytest.fixture
def address(own_card):
    return f"/c/{token(own_card.id)}"


def guess(client, address, pin):
    return client.post(address, data={"pin": pin})


def test_the_pin_opens_the_household_s_pages(client, address):
    assert "密码" in client.get(address).text
    answer = guess(client, address, RIGHT)
    assert (answer.status_code, answer.location) == (303, "/household")
    assert client.get(address).location == "/household"


def test_the_address_is_read_in_capitals_and_in_small_letters(client, address):
    for same in (address.upper(), address.lower(), "/C/" + address[3:].lower()):
        assert client.get(same).status_code == 200
        assert guess(client.application.test_client(), same, RIGHT).status_code == 303


def test_full_width_digits_and_spaces_are_read(client, address):
    assert guess(client, address, "４０２ ９１７").status_code == 303


def test_unknown_revoked_and_ill_formed_addresses_answer_alike(client, address, household, clock):
    card.revoke(household, clock.moment.date())
    answers = [client.get(a) for a in (address, "/c/" + "A" * 26, "/c/x", "/c/" + "é" * 26)]
    posts = [guess(client, a, RIGHT) for a in (address, "/c/" + "A" * 26, "/c/x")]
    assert {a.status_code for a in answers + posts} == {404}
    bodies = {a.data.replace(a.request.path.encode(), b"") for a in answers[:3]}
    assert len(bodies) == 1


def test_a_new_card_ends_the_old_one_and_its_sign_ins(client, address, household, clock):
    guess(client, address, RIGHT)
    card.issue(household, clock.moment.date())
    assert client.get(address).status_code == 404
    assert Card.select().where(Card.active).count() == 1


def test_a_card_that_ended_while_its_pin_was_asked_opens_nothing(own_card, household, clock):
    assert card.sign_in(own_card, clock.moment)
    card.revoke(household, clock.moment.date())
    assert card.sign_in(own_card, clock.moment) is None
    assert Session.select().count() == 0


def test_nothing_of_the_household_is_shown_before_the_pin(client, address, household, own_card):
    for shown in (client.get(address), client.get(address + "/start"), guess(client, address, "1")):
        assert str(household) not in shown.text
        assert household.hex not in shown.text
        assert own_card.short_code not in shown.text
        assert own_card.id.hex not in shown.text


def test_five_wrong_guesses_end_the_day_even_for_the_right_pin(client, address, clock):
    left = [guess(client, address, WRONG) for _ in range(5)]
    assert [a.status_code for a in left] == [422] * 5
    assert "还能试4次" in left[0].text
    assert "明天" in left[4].text
    assert guess(client, address, RIGHT).status_code == 429
    clock.forward(days=1)
    assert guess(client, address, RIGHT).status_code == 303


def test_over_the_limit_nothing_is_hashed(client, address, monkeypatch):
    for _ in range(5):
        guess(client, address, WRONG)
    monkeypatch.setattr(card.secret, "matches", lambda *_: pytest.fail("hashed"))
    assert guess(client, address, RIGHT).status_code == 429


def test_a_right_pin_gives_its_guess_back(client, address):
    for _ in range(12):
        assert guess(client, address, RIGHT).status_code == 303
    for _ in range(4):
        guess(client, address, WRONG)
    assert guess(client, address, RIGHT).status_code == 303


def test_a_clock_that_goes_back_gives_no_more_guesses(client, address, clock):
    for _ in range(5):
        guess(client, address, WRONG)
    clock.forward(days=-3)
    assert guess(client, address, RIGHT).status_code == 429


def test_malformed_pins_cost_no_guess_and_are_not_echoed(client, address):
    for typed in ("", "12345", "1234567", "abcdef", "٤٠٢٩١٧", "<b>402917"):
        answer = guess(client, address, typed)
        assert answer.status_code == 422
        assert 'value=""' in answer.text
    assert guess(client, address, WRONG).text.count("还能试4次") == 1


def test_parallel_guesses_never_exceed_the_limit(app):
    def try_once(number):
        slot = take("card:parallel", 739000, 5)
        database.obj.close()
        return slot is not None

    with ThreadPoolExecutor(16) as crowd:
        taken = sum(crowd.map(try_once, range(200)))
    assert taken == 5


def test_a_guess_given_back_after_the_day_changed_frees_nothing(app):
    slot = take("card:x", 100, 5)
    for _ in range(5):
        take("card:x", 101, 5)
    give_back(slot)
    assert take("card:x", 101, 5) is None


def test_a_slip_sets_the_first_pin_and_signs_in(client, household, clock):
    issued = card.issue(household, clock.moment.date())
    code = slip.issue(household, clock.moment.date())
    address = f"/c/{token(issued.id)}"
    assert guess(client, address, "000000").status_code == 422
    sent = {"code": f"{code[:4]} {code[4:]}", "pin": "407193", "again": "407193"}
    assert client.post(address + "/start", data=sent).location == "/household"
    again = client.application.test_client()
    assert again.post(address + "/start", data=sent).status_code == 422
    assert guess(again, address, "407193").status_code == 303


def test_a_slip_ends_by_time_and_by_a_newer_one(household, own_card, clock):
    today = clock.moment.date()
    first = slip.issue(household, today)
    second = slip.issue(household, today)
    assert slip.find(household, first, today) is None
    assert slip.find(household, second, today + timedelta(days=slip.DAYS)) is not None
    assert slip.find(household, second, today + timedelta(days=slip.DAYS + 1)) is None
    found = slip.find(household, second, today)
    assert slip.use(found, today)
    assert not slip.use(found, today)


def test_a_slip_of_another_household_opens_nothing(client, address, clock):
    from models.ids import household_id

    code = slip.issue(household_id("another"), clock.moment.date())
    sent = {"code": code, "pin": "407193", "again": "407193"}
    assert client.post(address + "/start", data=sent).status_code == 422


def test_slip_codes_count_as_guesses(client, address):
    sent = {"code": "00000000", "pin": "407193", "again": "407193"}
    for _ in range(5):
        assert client.post(address + "/start", data=sent).status_code == 422
    assert client.post(address + "/start", data=sent).status_code == 429
    assert guess(client, address, RIGHT).status_code == 429


def test_a_new_pin_by_slip_ends_the_sign_ins_with_the_old(client, address, household, clock):
    guess(client, address, RIGHT)
    old = client.get_cookie(COOKIE).value
    code = slip.issue(household, clock.moment.date())
    other = client.application.test_client()
    other.post(address + "/start", data={"code": code, "pin": "407193", "again": "407193"})
    from models import session

    assert session.find(old, clock.moment) is None


@pytest.mark.parametrize(
    "pin",
    [
        "000000",
        "111111",
        "123456",
        "654321",
        "890123",
        "121212",
        "123123",
        "112233",
        "123321",
        "135791",
        "800512",
        "991231",
    ],
)
def test_what_anybody_would_try_first_is_refused(client, address, household, clock, pin):
    code = slip.issue(household, clock.moment.date())
    answer = client.post(address + "/start", data={"code": code, "pin": pin, "again": pin})
    assert answer.status_code == 422
    assert "太好猜" in answer.text
    assert code in answer.text


def test_most_pins_are_good():
    refused = sum(trivial(f"{number:06d}") for number in range(0, 1_000_000, 7))
    assert refused / (1_000_000 / 7) < 0.05


def test_mistakes_in_the_form_are_named_and_the_code_is_kept(client, address):
    sent = {"code": "1234", "pin": "40719", "again": "1"}
    answer = client.post(address + "/start", data=sent)
    assert "8位数字" in answer.text
    assert "6位数字" in answer.text
    sent = {"code": "12345670", "pin": "407193", "again": "407194"}
    assert "不一样" in client.post(address + "/start", data=sent).text


@pytest.mark.parametrize("role", ["cadre", "township"])
def test_a_cadre_who_scans_is_taken_to_the_check(sign_in, address, own_card, role):
    add_household("652301100200-017")
    answer = sign_in(role).get(address.lower())
    assert answer.location == f"/visit/check/{own_card.id}"


@pytest.mark.parametrize("role", ["county", "prefecture"])
def test_other_staff_are_never_asked_for_a_pin(sign_in, address, role):
    answer = sign_in(role).get(address)
    assert answer.status_code == 403
    assert "#pin" not in answer.text
    assert "没有登录工作人员的手机" in answer.text


def test_short_codes_catch_a_slip_of_the_finger():
    code = "1234567" + check_digit("1234567")
    for place, digit in enumerate(code):
        for other in set("0123456789") - {digit}:
            wrong = code[:place] + other + code[place + 1 :]
            assert check_digit(wrong[:7]) != wrong[7]


def test_a_short_code_finds_the_card_however_it_is_typed(own_card):
    code = own_card.short_code
    for typed in (code, f"{code[:4]} {code[4:]}", f"{code[:4]}-{code[4:]}"):
        assert card.by_short_code(typed).id == own_card.id
    assert card.by_short_code("") is None


def test_a_copy_of_the_database_opens_no_card(own_card):
    text = "\n".join(database.obj.connection().iterdump())
    assert token(own_card.id) not in text
    assert RIGHT not in text
    from models import secret

    secret.use(pepper="another pepper", session="another")
    assert not card.pin_opens(own_card, RIGHT)
    assert card.by_token(token(own_card.id)) is None
