"""Every paper of the product as it comes out of a page: one case for each template of print/."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from models.campaign import Campaign
from models.database import write
from models.watch import total
from tests.web import desk, farm, firm, sharing, wall, yearly
from tests.web.findings import COUNTY, DAY, NEIGHBOUR, VILLAGE, places, surveyed
from tests.web.lines import add_due, add_household
from web import wallet

Make = Callable[[Any], Any]  # from a function that signs in to an answer


def agreement(sign_in: Any) -> Any:
    desk.county()
    key = desk.lay(buyback_price="41000", buyback_on="2029-12-31", buyback_by="乙方")
    return sign_in("township").get(f"/signing/{key}/pdf")


def told(sign_in: Any) -> Any:
    firm.firm()
    firm.deal()
    return sign_in("county").get(f"/business/{firm.COOPERATIVE}/notice/2026-12-23/paper")


def poster(sign_in: Any) -> Any:
    wall.villages()
    county = sign_in("county")
    wall.begun(county)
    return county.get(f"/campaign/{Campaign.get().id}/paper")


def review(sign_in: Any) -> Any:
    yearly.settle()
    county = sign_in("county")
    said = {"id": str(uuid4()), "met_on": "2026-03-05", "text": "请合作社按协议付清。"}
    county.post("/review/2026", data=said)
    address = county.post("/review/2026/pack", data={"id": str(uuid4())}).location
    return county.get(f"{address}/pdf")


def shown_to_all() -> None:
    """Two businesses with twelve households in each of two villages, as of a survey."""
    places()
    with write():
        surveyed()
        for number in ("NC-1", "NC-2"):
            farm.add(farm.Business, number=number, name=f"合作社{number}", kind="cooperative")
            for village in (VILLAGE, NEIGHBOUR):
                for n in range(12):
                    household = add_household(f"{village[6:9]}-{number}-{n}", village)
                    given = {"village": village, "business": number, "paid": 120_000 * (n < 6)}
                    add_due(household, late_from=DAY.replace(day=12), **given)
    total.keep(COUNTY, total.fresh(COUNTY, DAY))


def sunshine(sign_in: Any) -> Any:
    shown_to_all()
    return sign_in("county").get(f"/sunshine/village/{VILLAGE}/pdf")


def village(sign_in: Any, size: str = "a4") -> Any:
    shown_to_all()
    sharing.settle("query_phone", sharing.PHONE)
    return sign_in("county").get(f"/sunshine/village/{VILLAGE}/poster?size={size}")


def payout(sign_in: Any) -> Any:
    sharing.share()
    return sign_in("township").get(f"{sharing.ADDRESS}/payout")


def posting(sign_in: Any) -> Any:
    sharing.share()
    sharing.settle("query_phone", sharing.PHONE)
    return sign_in("township").get(f"{sharing.ADDRESS}/posting")


def minutes(sign_in: Any) -> Any:
    sharing.share()
    return sign_in("township").get(f"{sharing.ADDRESS}/minutes")


def statement(sign_in: Any) -> Any:
    farm.farm()
    return sign_in("household").get("/statement/2026/pdf")


def schedule(sign_in: Any) -> Any:
    yearly.settle()
    sharing.settle("query_phone", sharing.PHONE)
    return sign_in("county").get("/agreement/玛保-2024%2F1/schedule")


def disclosure(sign_in: Any) -> Any:
    desk.county()
    sharing.settle("query_phone", sharing.PHONE)
    asked = "?from=2026-12-01&days=7"
    return sign_in("township").get(f"/project/{desk.PROJECT}/disclosure/paper{asked}")


def made(sign_in: Any, make: Callable[[], bytes]) -> bytes:
    """Return a paper that a job makes; no page gives it before somebody has agreed."""
    app = sign_in("township").application
    with app.test_request_context("/"):
        app.preprocess_request()
        return make()


def card(sign_in: Any) -> Any:
    return made(sign_in, lambda: wallet.sample("https://liannong.example"))


def slip(sign_in: Any) -> Any:
    given = wallet.Slip(farm.OURS, "30719284", "51820364", DAY)
    return made(sign_in, lambda: wallet.slips([given]))


def link(sign_in: Any) -> Any:
    firm.firm()
    sent = {"id": str(uuid4()), "valid_until": "2027-11-23"}
    return sign_in("county").post(f"/business/{firm.COOPERATIVE}/link", data=sent)


def handout(sign_in: Any) -> Any:
    given = wallet.Taken(1, VILLAGE, farm.OURS, "古丽娜尔·艾合买提", "30719284")
    return made(sign_in, lambda: wallet.handout("六工镇", [given]))


CASES: dict[str, Make] = {
    make.__name__: make
    for make in (
        *(agreement, told, poster, review, sunshine, village, payout, posting, minutes),
        *(statement, schedule, disclosure, card, slip, link, handout),
    )
}
