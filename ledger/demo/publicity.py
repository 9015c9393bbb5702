"""What the showcase county of the demo tells people: a model case, a campaign, a training."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from ledger.demo.fill import Demo, Made
from ledger.demo.people import People
from models import campaign, exemplar
from models.exemplar import Content
from models.ids import derive
from rules import awareness

TITLE_ZH = "每年先付保底，再算分红"
ZH = """保底收益六月底以前付一次，十二月中旬以前付一次，直接打到一卡通。
年底把收入和成本贴在村里，账目看得懂，再按股分红。"""
TITLE_UG = "ھەر يىلى ئاۋۋال كاپالەتلىك پايدا، ئاندىن پاي پايدىسى"
UG = """كاپالەتلىك پايدا 6-ئاينىڭ ئاخىرىدىن ۋە 12-ئاينىڭ ئوتتۇرىسىدىن بۇرۇن بىر قېتىمدىن بېرىلىدۇ.
پۇل بىۋاسىتە كارتىغا چۈشىدۇ. يىل ئاخىرىدا كىرىم ۋە تەننەرخ كەنتتە چاپلىنىدۇ، ئاندىن
پاي بويىچە پايدا بېرىلىدۇ."""
SPAN, BEGUN = timedelta(days=60), timedelta(days=20)
CARDS = (8, 12)
READERS, LEARNERS = (14, 23, 31), 9  # of the posters and of the training: invented
OWN_KIND = "share"


def publish(demo: Demo, made: Made, people: People) -> None:
    """Store all of it for the showcase village's county, with scans and answers so far."""
    village, today = made.villages[0], demo.today
    county = village[:6]
    by = people.counties[county].id
    business = people.links[0]["business"]
    case = Content(
        TITLE_ZH, ZH, TITLE_UG, UG, "draft", business, "share", today.year, today - BEGUN
    )
    exemplar.add(derive("demo", "exemplar"), county, case, today, by)
    given = {"county": county, "account": by, "entered_on": today - BEGUN}
    given |= {"from_day": today - BEGUN, "to_day": today + SPAN, "calculator": True}
    villages = [each for each in made.villages if each.startswith(county)]
    for kind, title, places in (
        (awareness.POSTER, "保底和分红怎么拿", villages),
        (awareness.TRAINING, "保底和分红怎么讲给农户听", [village[:9]]),
    ):
        identity = derive("demo", "campaign", kind)
        campaign.begin(identity, places, CARDS, title=title, kind=kind, **given)
        _read(demo, kind, [*campaign.posters(identity)])


def _read(demo: Demo, kind: str, codes: list[str]) -> None:
    """Let some open the pages of a campaign, and most of them answer."""
    rng = Random(f"{demo.seed}/{kind}")
    for place, code in enumerate(codes):
        readers = READERS[place % len(READERS)] if kind == awareness.POSTER else LEARNERS
        for number in range(readers):
            day = demo.today - timedelta(days=rng.randrange(BEGUN.days))
            if kind == awareness.POSTER:
                campaign.scanned(code, day)
            if number % 4:
                sent = derive("demo", "reply", kind, place, number)
                campaign.answered(sent, code, _answers(rng), day)


def _answers(rng: Random) -> dict[str, str]:
    """Return answers of which each shows knowledge three times in four."""
    chosen = {
        each.code: rng.choice(sorted(each.right) if rng.random() < 3 / 4 else each.answers)
        for each in awareness.questions(OWN_KIND, CARDS)
    }
    return {**chosen, campaign.AWARE: awareness.aware(OWN_KIND, chosen, CARDS)}
