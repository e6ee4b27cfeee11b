"""The good content's words about statuses, ways to challenge, and legal words; part of `packs.py`."""

from __future__ import annotations

from webapp.content.schemas import conditions, status

STATUSES = """\
statuses:
  - {id: frc, title: Care leaver, summary: Your council must help you.}
"""
STATUSES += "".join(
    f"  - {{id: {code}, title: Status, summary: What it is.}}\n" for code in conditions.STATUSES if code != "frc"
)

STATUS_RULES = """\
status_rules:
  - id: D6
    because: You are {age}, with {days} days in care. You get there on {date}.
    sources: [CPPCR reg 40]
    as_at: 2026-06-30
    review_by: 2027-04-01
    confidence: high
  - {id: D13, because: "You are {age}.", sources: [CA89 s23C], as_at: 2026-06-30,
     review_by: 2027-04-01, confidence: high}
"""
_SOURCED = "sources: [CA89], as_at: 2026-06-30, review_by: 2027-04-01, confidence: high"
STATUS_RULES += "".join(
    f"  - {{id: {rule}, because: It is so., {_SOURCED}}}\n" for rule in status.RULES if rule not in ("D6", "D13")
)

STATUS_FLAGS = """\
status_flags:
  - {id: E1, title: Homeless, text: That time may count., sources: [A judgment], as_at: 2026-06-30,
     review_by: 2027-04-01, confidence: high}
"""
STATUS_FLAGS += "".join(
    f"  - {{id: {flag}, title: To know, text: What to do., {_SOURCED}}}\n" for flag in status.FLAGS if flag != "E1"
)

CHALLENGES = """\
challenges:
  - id: complain
    title: A decision of your council
    intro: You can complain.
    steps:
      - {id: ask-why, title: Ask why, text: Ask in writing., acts: you}
      - {id: stage-1, title: Complain, text: Write to them., acts: you, within: {months: 12}, counted_from: decision}
      - id: answer
        title: They answer
        text: In 10 working days.
        acts: them
        within: {working_days: 10}
        longest: {working_days: 20}
        counted_from: complaint
    sources: [SI 2006/1738]
    as_at: 2026-01-31
    review_by: 2027-04-01
    confidence: high
  - {id: ask-them, title: Others, intro: Ask why., steps: [{id: ask-why, title: Ask, text: Ask them., acts: you}],
     sources: [General knowledge], as_at: 2026-01-31, review_by: 2027-04-01, confidence: medium, basis: knowledge}
"""

GLOSSARY = """\
glossary:
  - id: personal-adviser
    term: Personal adviser
    also: [PA]
    typed: [key worker]
    meaning: The worker who helps you plan. You can have one until 25.
    sources: [CA89 s23D]
    as_at: 2026-06-30
    review_by: 2027-04-01
    confidence: high
"""
