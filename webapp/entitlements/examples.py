"""Examples for the API's own description (OpenAPI). A test sends them and holds them against the real answers."""

from __future__ import annotations

from typing import Any

ENTITLEMENTS: dict[str, Any] = {
    "council": "rutland",
    "lang": "en",
    "as_of": "2026-11-22",
    "entitlements": [
        {
            "id": "setting-up-home-allowance",
            "title": "Money to set up your first home",
            "group": "home",
            "summary": "Government guidance says your council should give you at least £3,000 when you move into your "
            "own place.",
            "who": {
                "any": [
                    {"age_min": 18, "age_max": 24, "status_any": ["frc"]},
                    {
                        "ask": "Are you moving to your own place?",
                        "ask_id": "590eb4a409",
                        "age_min": 16,
                        "age_max": 17,
                        "status_any": ["relevant"],
                    },
                ]
            },
            "not_for": ["qualifying"],
            "council": "responsible",
            "decides": "Your council's leaving care team",
            "how_to_ask": "Ask your PA when you plan a move. Get the full sum written in your pathway plan.",
            "kind": "guidance",
            "applies": {"from": "2023-04-01", "to": None},
            "amounts": [
                {
                    "id": "main",
                    "unit": "pence",
                    "per": "once",
                    "bound": "at_least",
                    "values": [{"from": "2017-01-01", "value": 200000}, {"from": "2023-04-01", "value": 300000}],
                    "adds_up": True,
                }
            ],
            "challenge": "childrens-services",
            "sources": ["DfE statutory guidance vol 3 (2022 edition and 2023 uplift)"],
            "as_at": "2024-10-31",
            "review_by": "2027-04-01",
            "confidence": "high",
        }
    ],
}

CHECK_BODY: dict[str, Any] = {
    "answers": {
        "dob": "2008-03-01",
        "care_spells": [{"start": "2019-05", "end": "2026-03-01", "type": "foster"}],
        "in_or_wants_education": "yes",
    },
    "circumstances": {"living": "own_tenancy_private", "parent": "not_sure", "asks": {"7b8c82a3b5": "no"}},
    "council": "rutland",
    "home_council": None,
    "today": "2026-11-22",
}

CHECK_ANSWER: dict[str, Any] = {
    "council": "rutland",
    "lang": "en",
    "as_of": "2026-11-22",
    "today": "2026-11-22",
    "status": {
        "age": 18,
        "band": "18_20",
        "status": "frc",
        "best_guess": None,
        "possible": ["frc"],
        "frc_education": True,
        "rule": "D13",
        "guess_rule": None,
        "days": 1461,
        "day_91": None,
        "changes": [{"on": "2033-03-01", "status": "none_care_experienced", "rule": "D19"}],
        "flags": ["E5", "E6"],
        "unsure": [],
        "words": {
            "title": "Care leaver, 18 or over",
            "summary": "The law calls you a “former relevant child”. Your council must help you until you are 21, and "
            "until you turn 25 if you ask.",
            "because": "You were in care on the day before you turned 18, and you had been in care for 13 weeks or "
            "more since you were 14.",
            "sources": ["CA89 s23C(1)(b)"],
            "as_at": "2026-06-30",
            "confidence": "high",
            "best_guess": None,
            "learning": {
                "title": "Care leaver back in learning",
                "summary": "You are a care leaver who is learning, or wants to.",
            },
            "flags": [
                {
                    "id": "E6",
                    "title": "Nobody told you, or they said you do not count",
                    "text": "Ask for the answer, and the reason, in writing. You can get an advocate and complain.",
                    "sources": ["CA89 s24D", "CA89 s26"],
                    "as_at": "2026-11-22",
                    "confidence": "high",
                }
            ],
        },
    },
    "entitlements": [
        {
            "id": "setting-up-home-allowance",
            "title": "Money to set up your first home",
            "state": "now",
            "on": None,
            "event": None,
            "ask": None,
            "because": [{"key": "status_any", "value": ["frc"]}],
            "until": "2033-03-01",
            "amounts": [{"id": "main", "state": "yes", "value": 300000, "england": None}],
        },
        {
            "id": "staying-put",
            "title": "Stay with your foster carer until 21",
            "state": "not",
            "on": None,
            "event": None,
            "ask": None,
            "because": [{"key": "ask", "value": "7b8c82a3b5"}],
            "until": None,
            "amounts": [],
        },
    ],
    "missing": [{"id": "setting-up-home-allowance", "amount": "main", "per": "once", "value": 300000}],
    "timeline": [
        {
            "age": 18,
            "on": "2026-03-01",
            "status": {"before": "eligible", "after": "frc"},
            "starts": ["setting-up-home-allowance"],
            "changes": [],
            "ends": [],
        }
    ],
}
