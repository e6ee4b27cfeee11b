"""What each council paper asks for stands in that council's pack: the lines below are named as a source by an entry.

Left out is what only managers do, which is no content: the ten headings of a self-check (Merton, lines 12 and 201)
and an audit of a sample of plans (Shropshire, line 38).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from webapp.content.library import Council, Library

PAPERS = {
    "warwickshire": "000_34a93eca26103cd3.txt",
    "merton": "001_521cb9f4417b528c.txt",
    "shropshire": "002_ff5fa593856db6a7.txt",
    "doncaster": "003_e7c9e400bb1f59f1.txt",
    "rutland": "004_0cbf5a232216b2e0.txt",
}
# Kinds of entries that only a council has.
OWN = ("offer", "contacts")
LINES = re.compile(r"^(\S+) lines? (\d+)(?:-(\d+))?$")

# What the paper has, and the lines that it has it on.
ROWS: dict[str, dict[str, list[int]]] = {
    "warwickshire": {
        "all rules looked at each year": [6, 114],
        "forum and the children's council": [10, 174],
        "complaining and advocates": [10, 143, 174],
        "checks of the team's work": [16, 17],
        "information cards": [17, 80, 94],
        "young inspectors": [17],
        "health and staying safe": [17, 103, 112, 166],
        "moving to adult services": [11, 17],
        "the team out of hours": [17, 171],
        "personal advisers, and chosen people": [18, 100],
        "supported lodgings": [40, 41, 110],
        "virtual school and learning plan": [55, 60],
        "money at university": [68],
        "help after 21": [62, 74, 173],
        "grants, projects, mentors, work": [54, 64, 65, 72, 77, 78, 79],
        "National Insurance number": [93],
        "guides to what you can get": [98, 107, 108],
        "money for a first home": [107, 173],
        "the charter: who you are": [130],
        "the charter: we believe in you": [134],
        "the charter: we listen": [138, 139, 140, 141, 142, 143],
        "the charter: we inform": [147],
        "the charter: we support": [151],
        "the charter: a home": [155],
        "the charter: always there": [159],
        "questions for the plan": [164, 165, 166, 171, 172, 173, 174],
        "three ways a claim can go": [162],
    },
    "merton": {
        "independence passport": [501],
        "guide read by a care leaver": [73],
        "money to set up home": [74, 82, 441],
        "how that money is spent": [445, 448],
        "papers on money": [83, 277, 286, 292, 419],
        "not knowing what there is": [434],
        "leisure": [334],
        "pocket money and savings": [77, 450, 452],
        "money in a crisis": [459, 460],
        "help with benefits; workshops": [71, 72, 120, 425, 430, 455, 458],
        "the pledge": [180, 194, 230],
        "survey, event, council, forum": [180, 181, 182, 186, 208],
        "visits": [179, 485],
        "in touch around birthdays": [166, 171],
        "a worker on duty": [488],
        "the team out of hours": [491, 493],
        "leaflet on complaints": [196, 232],
        "advocates": [199, 250, 252, 254],
        "website, and paper only": [197, 229, 236, 239],
        "an own copy of the plan": [187],
        "reviews of the plan": [71, 302, 505],
        "key papers": [260, 261, 264, 266],
        "why I was in care": [267, 268, 269],
        "health summary, leaflet, nurse": [88, 98, 99, 100, 351, 354, 362],
        "ways to live": [106, 132, 133, 136, 140, 401, 406, 412],
        "learning and work": [19, 51, 283, 286, 290, 295, 302, 303],
        "coming back after 21": [288, 290],
        "drop-ins": [192, 241, 489],
        "volunteering and mentors": [195, 198, 231, 246],
        "prison": [150, 152],
        "how many young people a worker has": [490],
    },
    "shropshire": {
        "a plan by 16": [29],
        "a plan that can be understood": [34],
        "workers write things down on the spot": [41],
        "apprenticeships": [48, 51, 52, 53, 54, 55],
        "ambassador and champions": [54, 93, 106],
        "getting ready from 12": [67],
        "ready for a tenancy": [68],
        "training flat": [69],
        "housing worker and gold band": [76, 77],
        "two managers before a no about homelessness": [80],
        "people who stay in touch": [81],
        "staying put and staying close": [82],
        "figures each quarter": [94],
        "pledge, offer, covenant": [98],
        "an adviser at 17": [107],
        "money rules": [108],
        "moving to adult services": [109],
        "forum": [112],
        "help with feelings to 25": [113],
        "celebration": [114],
        "saying what it is like, twice a year": [121],
    },
    "doncaster": {
        "getting ready earlier, by age": [10, 12],
        "comparing with others": [10],
        "homes with some support": [13, 15],
        "too well for adult services": [16],
        "booklet; evenings for carers": [19],
        "interviews, shadowing, work plan": [22],
        "college links": [25],
        "mentors": [26, 28],
        "figures each quarter": [29],
    },
    "rutland": {
        "the pledge, six areas": [84, 86, 88, 90, 92, 94, 108],
        "how the pledge is counted": [96, 501],
        "speaking up together": [46, 366, 375],
        "survey each quarter": [360],
        "when plans are looked at again": [13, 14, 513],
        "important health information": [212],
        "health, teeth, jabs": [191, 211, 213, 214, 215, 216],
        "health check on leaving": [192],
        "staying put": [238, 490],
        "advocate, visitor, complaints": [341, 390, 391],
        "saying whether it was kept": [392],
        "plan and needs": [383, 474, 475, 481, 482, 483],
        "seeing files": [484],
        "independence passport": [486, 493],
        "life skills": [470, 471],
        "England's picture": [462, 463, 464, 465],
        "welcome booklet, one page about me": [152, 375],
        "few changes of worker": [439],
        "learning plans": [327, 384],
    },
}


def own(council: Council) -> Iterator[dict[str, Any]]:
    """Each thing with sources that the council's own pack brings."""
    for kind in OWN:
        yield from getattr(council, kind)
    for area in council.pledge["areas"] if council.pledge else []:
        yield from area["promises"]
    yield from (entry for entry in council.entitlements if entry.get("overrides"))


def lines_named(council: Council) -> set[int]:
    found = set()
    for entry in own(council):
        for source in entry["sources"]:
            named = LINES.match(source)
            if named and named[1] == PAPERS[council.slug]:
                found |= set(range(int(named[2]), int(named[3] or named[2]) + 1))
    return found


@pytest.mark.parametrize(("slug", "what"), [(slug, what) for slug, rows in ROWS.items() for what in rows])
def test_the_pack_has_what_the_paper_has(library: Library, slug: str, what: str) -> None:
    missing = [line for line in ROWS[slug][what] if line not in lines_named(library.council(slug))]
    assert missing == [], f"no entry of {slug} names these lines of {PAPERS[slug]}"


@pytest.mark.parametrize("slug", PAPERS)
def test_every_entry_names_the_paper_and_its_date(library: Library, slug: str) -> None:
    council = library.council(slug)
    assert council.paper is not None
    entries = list(own(council))
    assert len(entries) >= 20
    for entry in entries:
        assert any(LINES.match(source) for source in entry["sources"]), entry.get("id")
        assert all(source.startswith(PAPERS[slug]) for source in entry["sources"]), entry.get("id")
        assert entry["as_at"] == council.paper["date"], entry.get("id")
