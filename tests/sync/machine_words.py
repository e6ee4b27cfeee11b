"""What the people of the state machine say, and how wrong their clocks are."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

SKILLS, PAPERS = ("home-01", "home-09"), ("passport", "cv")
LEVELS, SIGNED = ("not_yet", "with_help", "on_my_own", "can_show"), ("on_my_own", "can_show")
ANSWERS = ({"state": "seen"}, {"state": "agreed"}, {"state": "refused", "words": "not this time"})
MINE: tuple[tuple[str, dict[str, Any]], ...] = (
    ("request.received", {}),
    ("request.withdraw", {}),
    ("request.challenge", {"step": "stage-1", "on": "2026-11-20"}),
    ("request.challenge", {"step": "stage-1", "on": None}),
)
ITEMS = ("5f0c9d0e-5a0b-4d39-8a4b-000000000001", "5f0c9d0e-5a0b-4d39-8a4b-000000000002")
GOT = (
    {"entitlement": "any-right", "what": "Kettle", "pence": 2000, "on": "2026-11-20"},
    {"entitlement": "any-right", "what": "Bed", "pence": 9999, "on": "2026-11-21"},
    None,
)
# The season runs all the time that an example takes; only a phone whose clock is far behind says it too early.
SEASON, PROMISES = "2026-Q4", ("safe-home", "health-checks")
SAID = ({"answer": "kept"}, {"answer": "not_kept", "words": "no lock"}, {"answer": "kept", "words": "since May"})
STATES, MONTHS = ("got_it", "asked_for"), ("2031-04", "2029-12", None)
# What an operation may speak of that has not come back yet.
NAMED = ("sign_off", "request", "date", "agreement", "reminder", "message", "upto")
DAYS = 400
wrong_clocks = st.integers(-DAYS * 86_400_000, DAYS * 86_400_000).map(lambda ms: timedelta(milliseconds=ms))
# Fields that may be left out; at least one stays.
note_bodies = st.fixed_dictionaries({}, optional={"text": st.sampled_from(("a", "b", "")), "shared": st.booleans()})
paper_bodies = st.fixed_dictionaries(
    {}, optional={"state": st.sampled_from(STATES), "runs_out": st.sampled_from(MONTHS)}
)
