"""Staff's list of businesses, one of them, and notices of due days."""

from __future__ import annotations

from datetime import date
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup

from models import notice, reply
from models.business import Business
from models.notice import Notice
from models.reply import Said
from tests.web import farm, firm
from tests.web.printed import fonts_of, text_of, words_of

COOPERATIVE = "木垒县依尔哈巴克农民专业合作社"
GARDEN = "昌吉市六工镇种植家庭农场"


@pytest.fixture(autouse=True)
def ledger(app):
    firm.firm()


@pytest.fixture
def county(sign_in):
    return sign_in("county")


def page(response):
    assert response.status_code == 200, response.status
    return BeautifulSoup(response.data, "html.parser")


def words(part) -> str:
    return " ".join(part.get_text(" ").split())


def rows(shown) -> list[list[str]]:
    return [[words(cell) for cell in row.select("td")] for row in shown.select("tbody tr")]


@pytest.fixture
def totals():
    firm.surveyed()
    firm.total(due=3600_00, received=600_00, overdue=600_00, to_come=2400_00, households=2)
    firm.total(firm.FARM, due=7533_50, overdue=7533_50, households=1)
    firm.total("天山养殖场", due=350_00, received=350_00, households=1)
    firm.total(village=firm.ELSEWHERE, due=99_00, overdue=99_00)
    firm.total(year=2025, due=1200_00, received=1200_00)


def test_the_list_has_the_sums_of_the_scope_and_their_total(county, totals):
    shown = page(county.get("/business"))
    found = {row[0].split(" ")[0]: row for row in rows(shown)}
    assert found[COOPERATIVE][2:] == ["1", "3,600.00", "600.00", "600.00", "2,400.00"]
    assert found[GARDEN][3:] == ["7,533.50", "0.00", "7,533.50", "0.00"]
    assert "只在简表里" in found["天山养殖场"][0]
    foot = [words(cell) for cell in shown.select("tfoot td")]
    assert foot[3:] == ["11,483.50", "950.00", "8,133.50", "2,400.00"]


def test_the_number_of_agreements_is_that_of_the_scope(county, totals, sign_in):
    firm.deal()
    firm.household("652302001200-001", "外村人", firm.ELSEWHERE)
    firm.deal("CH-9", holders=["652302001200-001"])
    assert rows(page(county.get("/business?q=合作社")))[0][2] == "2"
    other = sign_in("county", "652302")
    assert rows(page(other.get("/business")))[0][2:5] == ["1", "99.00", "0.00"]


def test_another_year_has_its_own_sums(county, totals):
    shown = page(county.get("/business?year=2025"))
    found = {row[0].split(" ")[0]: row for row in rows(shown)}
    assert found[COOPERATIVE][3] == "1,200.00"
    assert found[GARDEN][3] == "0.00"


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("q=合作社", [COOPERATIVE]),
        ("q=nc-2", [GARDEN]),
        ("kind=family_farm", [GARDEN]),
        ("condition=idle", [GARDEN]),
        ("late=1", [GARDEN, COOPERATIVE]),
        ("sort=-overdue", [GARDEN, COOPERATIVE, "天山养殖场"]),
        ("sort=due", ["天山养殖场", COOPERATIVE, GARDEN]),
        ("sort=nonsense&page=99", [GARDEN, "天山养殖场", COOPERATIVE]),
        ("q=没有的", []),
    ],
)
def test_the_list_is_searched_narrowed_and_sorted(county, totals, asked, names):
    Business.update(condition="idle").where(Business.number == firm.FARM).execute()
    shown = page(county.get(f"/business?{asked}"))
    found = [row[0].split(" ")[0] for row in rows(shown)]
    assert (found if asked.startswith("sort=-") or "sort=due" in asked else sorted(found)) == (
        names if "sort=-" in asked or "sort=due" in asked else sorted(names)
    )
    assert ("不筛选，看全部" in shown.text) is (not names)


def test_the_list_is_paged_and_the_total_is_of_all(county, totals):
    for number in range(100, 135):
        farm.add(Business, number=f"NC-{number}", name=f"农场{number}", kind="family_farm",
                 village=firm.VILLAGE)  # fmt: skip
    first = page(county.get("/business"))
    assert len(rows(first)) == 30
    after = page(county.get(first.find("a", rel="next")["href"].partition("#")[0]))
    assert len(rows(after)) == 8
    assert words(after.select_one("tfoot td:nth-of-type(4)")) == "11,483.50"


def test_an_empty_scope_says_so(sign_in):
    assert "还没有经营主体" in sign_in("county", "652328").get("/business").text


def test_a_part_is_given_to_htmx(county, totals):
    answer = county.get("/business?late=1", headers={"HX-Request": "true"})
    assert "<html" not in answer.text
    assert 'id="found"' in answer.text


def test_one_business_shows_facts_sums_days_and_agreements(county):
    Business.update(grade="region", revival="lease", trouble="funds", safe=False).execute()
    shown = page(county.get(f"/business/{firm.COOPERATIVE}"))
    text = words(shown.main)
    for fact in ("自治区级示范", "12 个", "5 个", "招租", "资金短缺", "不符合", "依尔哈巴克村"):
        assert fact in text, fact
    assert words(shown.select_one("#year .money")) == "2,400.00 元"
    assert rows(shown)[0][0] == "2024-06-30", "the oldest late day comes first"
    assert f"协议 {farm.SHARES}" in text
    assert any(
        row[0] == "2026-12-11" and row[3:5] == ["1,200.00", "1,200.00"] for row in rows(shown)
    )
    assert "没有查出问题" in text


def test_findings_stand_with_the_business_s_own_word(county):
    identity = firm.late(firm.VILLAGE, 2, 600_00)
    shown = page(county.get(f"/business/{firm.COOPERATIVE}"))
    (row,) = shown.select(f"a[href='/finding/{identity}']")
    assert "经营主体还没有答复" in words(row)
    said = Said("disagrees", reason="not_due", remark="还在等县里的批复。")
    reply.give(firm.COOPERATIVE, [identity], said, firm.TODAY)
    shown = page(county.get(f"/business/{firm.COOPERATIVE}"))
    (row,) = shown.select(f"a[href='/finding/{identity}']")
    assert "不同意：还没到约定的日子" in words(row)
    assert "还在等县里的批复。" in words(row)
    assert shown.select(f"a[href='/finding?business={firm.COOPERATIVE}']")


def test_a_township_sees_its_own_villages_part(sign_in):
    identity = firm.late(firm.VILLAGE, 2, 600_00)
    foreign = firm.late("652301200200", 2, 700_00, agreement="other", subject_number="other")
    reply.give(firm.COOPERATIVE, [identity], Said("disagrees", reason="other"), firm.TODAY)
    own = page(sign_in("township").get(f"/business/{firm.COOPERATIVE}"))
    assert "不同意：别的原因" in words(own.main)
    assert not own.select(f"a[href='/finding/{foreign}']")
    assert "专用链接" not in own.text
    other = sign_in("township", "652301200")
    assert other.get(f"/business/{firm.COOPERATIVE}").status_code == 404


def test_what_is_out_of_scope_is_not_there(sign_in):
    for role, scope in (("county", "652328"), ("township", "652328207")):
        assert sign_in(role, scope).get(f"/business/{firm.COOPERATIVE}").status_code == 404
    assert sign_in("county").get("/business/NC-404").status_code == 404
    for role in ("cadre", "prefecture"):
        phone = sign_in(role)
        for address in ("/business", f"/business/{firm.COOPERATIVE}", "/business/notices"):
            assert phone.get(address).status_code == 404


def test_no_page_of_a_business_names_a_household(county):
    firm.late(firm.VILLAGE, 2, 600_00)
    for address in (f"/business/{firm.COOPERATIVE}", "/business", "/business/notices"):
        text = county.get(address).text
        for person in (farm.OURS, farm.THEIRS, "王建国", "古丽娜尔"):
            assert person not in text


@pytest.mark.parametrize("lang", ["zh", "ug"])
def test_the_pages_speak_both_languages(county, totals, lang):
    firm.deal()
    for address in ("/business", f"/business/{firm.COOPERATIVE}", "/business/notices", PAPER):
        assert page(county.get(f"{address}?lang={lang}")).html["lang"] == lang


PAPER = f"/business/{firm.COOPERATIVE}/notice/2026-12-11"


def test_whom_to_tell_is_listed_and_counted(county):
    firm.deal(due_days="12-23")
    shown = page(county.get("/business/notices"))
    assert [row[1:6] for row in rows(shown)] == [
        ["2026-12-11", "到期前 30 天", "18", "1", "1,200.00"],
        ["2026-12-23", "到期前 30 天", "30", "1", "7,200.00"],
    ]
    assert page(county.get("/business")).select("a[href='/business/notices']")
    assert rows(page(county.get("/business/notices?q=家庭农场"))) == []


def test_a_township_prints_what_concerns_its_villages_and_notes_nothing(sign_in, county, tmp_path):
    firm.deal(due_days="12-11")
    township = sign_in("township", firm.VILLAGE[:9])
    assert page(township.get("/business")).select("a[href='/business/notices']")
    (row,) = rows(page(township.get("/business/notices")))
    shown = page(township.get(PAPER))
    assert "各村的，别处的不在内" in shown.text
    assert not shown.select(f"form[action='{PAPER}']")
    printed = tmp_path / "notice.pdf"
    printed.write_bytes(township.get(f"{PAPER}/paper").data)
    assert row[5] in text_of(printed)
    assert township.post(PAPER, data={"given_on": "2026-11-20"}).status_code == 404
    assert sign_in("township", "652301200").get(PAPER).status_code == 404
    county.post(PAPER, data={"given_on": "2026-11-20"})
    assert rows(page(township.get("/business/notices"))) == []


def test_a_notice_is_marked_once_and_moves_to_those_given(county):
    for _ in range(2):
        answer = county.post(PAPER, data={"given_on": "2026-11-20"})
        assert (answer.status_code, answer.location) == (303, "/business/notices")
    (row,) = Notice.select()
    assert (row.given_on, row.stage, row.county) == (date(2026, 11, 20), 30, firm.COUNTY)
    assert rows(page(county.get("/business/notices"))) == []
    (given,) = rows(page(county.get("/business/notices?show=given")))
    assert given[-1] == "提醒过了 2026-11-20"
    assert not page(county.get(PAPER)).select(f"form[action='{PAPER}']")


@pytest.mark.parametrize("given_on", ["", "yesterday", "2026-11-24", "2026-11-10", "2026-02-30"])
def test_a_day_that_cannot_be_is_refused_and_kept(county, given_on):
    answer = county.post(PAPER, data={"given_on": given_on})
    assert answer.status_code == 422
    shown = BeautifulSoup(answer.data, "html.parser")
    assert shown.select_one("#given_on")["value"] == (given_on or "2026-11-23")
    assert "请写告知的那一天" in words(shown.select_one(".field__error"))
    assert Notice.select().count() == 0


def test_the_paper_says_the_same_in_both_languages_and_counts_no_few(county):
    firm.deal(due_days="12-11")
    shown = page(county.get(PAPER))
    parts = shown.select(".told > section")
    assert [part["lang"] for part in parts] == ["zh", "ug"]
    figures = [[words(cell) for cell in part.select("td bdi[dir=ltr]")] for part in parts]
    assert figures[0] == figures[1]
    text = words(parts[0])
    assert "6 户" in text
    assert "不到5户" in text
    assert "8,400.00 元" in text
    assert "第十二条" in text
    for person in (farm.OURS, "王建国", *firm.HEADS):
        assert person not in shown.text


def test_the_pdf_says_the_same_with_every_letter(county, tmp_path):
    firm.deal(due_days="12-11")
    answer = county.get(f"{PAPER}/paper")
    assert answer.mimetype == "application/pdf"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "2026-12-11.pdf" in unquote(answer.headers["Content-Disposition"])
    printed = tmp_path / "notice.pdf"
    printed.write_bytes(answer.data)
    text = text_of(printed)
    for said in (COOPERATIVE, "2026年12月11日", "8,400.00元", "不到5户", "6户", farm.SHARES):
        assert said in text, said
    words_there = words_of(printed)
    assert words_there.count("8,400.00") + words_there.count("8,400.00元") >= 2
    assert all(fonts_of(printed).values())
    for person in (farm.OURS, "王建国", *firm.HEADS):
        assert person not in text


@pytest.mark.parametrize("day", ["2026-12-12", "2026-06-30", "2027-06-30", "soon", "2026-13-01"])
def test_a_day_on_which_nothing_is_due_soon_has_no_paper(county, day):
    address = f"/business/{firm.COOPERATIVE}/notice/{day}"
    assert county.get(address).status_code == 404
    assert county.get(f"{address}/paper").status_code == 404
    assert county.post(address, data={"given_on": "2026-11-23"}).status_code == 404


def test_only_the_county_tells(sign_in, county):
    offices = (sign_in("township"), sign_in("county", "652328"), sign_in("prefecture"))
    for phone, seen in zip(offices, (200, 404, 404), strict=True):
        assert phone.get(PAPER).status_code == seen
        assert phone.post(PAPER, data={"given_on": "2026-11-23"}).status_code == 404
    assert Notice.select().count() == 0
    assert county.get(PAPER).status_code == 200


def test_a_notice_of_the_seventh_day_is_its_own(county, clock):
    county.post(PAPER, data={"given_on": "2026-11-20"})
    clock.forward(days=11)
    found = notice.notices(firm.COUNTY, date(2026, 12, 4))
    assert [(each.stage, each.given_on) for each in found] == [(7, None)]
