"""Judges a condition tree of the content for one person on one day: it holds, it does not, or it depends.

Three values (True, False, None) as in Kleene's logic. Besides the value a verdict says what holds, what is still open
and what is against, as leaves `{key, value}` that the screens put into words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

Leaf = dict[str, Any]
Tri = bool | None

_TRI: Mapping[str, bool] = {"yes": True, "no": False}
_CODES = ("in_education", "immigration", "living")
_YES_NO = ("full_time", "parent", "pregnant", "disabled_or_ill", "on_uc")
# What a person may start one day, so that "not now" means "when you do". Nobody plans for custody or homelessness.
_HOMES = frozenset({"own_tenancy_private", "own_tenancy_social", "halls", "supported"})
_STARTS = ("in_education", "full_time", "on_uc")


class Person(NamedTuple):
    """What is known about somebody on a day. `statuses` is every status that is still possible."""

    day: str
    age: int
    statuses: frozenset[str]
    in_learning: Tri
    facts: Mapping[str, Any]
    asks: Mapping[str, str]
    council: str | None
    home_council: str | None
    # An answer tried out: what if this leaf, which is open, were so, or not so?
    tried: tuple[Leaf, bool] | None = None
    # Whether to take as started what a person may start one day.
    started: bool = False


class Verdict(NamedTuple):
    """A value with its reasons: what holds (true, open) or what is against (false), and what is still open."""

    value: Tri
    because: tuple[Leaf, ...] = ()
    open: tuple[Leaf, ...] = ()


def judge(node: Mapping[str, Any], person: Person) -> Verdict:
    """The verdict on one node: all of its keys must hold; an empty node is everybody."""
    asked = [(key, node["ask_id"] if key == "ask" else value) for key, value in node.items() if key in _LEAVES]
    parts = [leaf_verdict(_said(key, want, person), {"key": key, "value": want}) for key, want in asked]
    if "all" in node:
        parts += [judge(one, person) for one in node["all"]]
    if "any" in node:
        parts.append(either([judge(one, person) for one in node["any"]]))
    parts += [_opposite(judge(one, person)) for one in ruled_out(node)]
    return both(parts)


def ruled_out(node: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The nodes of which none may hold: `not` is one, or a list."""
    nodes = node.get("not", [])
    return nodes if isinstance(nodes, list) else [nodes]


def truth_of(node: Mapping[str, Any], person: Person) -> Tri:
    """The value of the verdict alone, which takes a fraction of the time: most days are only asked for that."""
    return all_hold(_part(key, value, node, person) for key, value in node.items())


def _part(key: str, value: Any, node: Mapping[str, Any], person: Person) -> Tri:
    if key in _LEAVES:
        return _said(key, node["ask_id"] if key == "ask" else value, person)
    if key == "all":
        return all_hold(truth_of(one, person) for one in value)
    if key == "any":
        return negated(all_hold(negated(truth_of(one, person)) for one in value))
    return all_hold(negated(truth_of(one, person)) for one in ruled_out(node)) if key == "not" else True


def all_hold(found: Iterable[Tri]) -> Tri:
    """Whether all hold: the first that does not settles it, whatever is open."""
    value: Tri = True
    for one in found:
        if one is False:
            return False
        if one is None:
            value = None
    return value


def negated(value: Tri) -> Tri:
    """The opposite; what is open stays open."""
    return None if value is None else not value


def both(parts: Sequence[Verdict]) -> Verdict:
    """The verdict that all parts hold."""
    value = all_hold(part.value for part in parts)
    telling = [part for part in parts if value is not False or part.value is False]
    return Verdict(value, _join(part.because for part in telling), _join(part.open for part in telling))


def either(parts: Sequence[Verdict]) -> Verdict:
    """The verdict that one part or more holds."""
    found = next((part for part in parts if part.value), None)
    if found:
        return found
    if any(part.value is None for part in parts):
        return Verdict(None, open=_join(part.open for part in parts))
    return Verdict(False, _join(part.because for part in parts))


def leaf_verdict(value: Tri, leaf: Leaf) -> Verdict:
    """The verdict of a single leaf."""
    return Verdict(None, open=(leaf,)) if value is None else Verdict(value, (leaf,))


def _opposite(verdict: Verdict) -> Verdict:
    if verdict.value is None:
        return Verdict(None, open=verdict.open)
    return Verdict(not verdict.value, tuple(_negated(leaf) for leaf in verdict.because))


def _negated(leaf: Leaf) -> Leaf:
    return {"key": leaf["key"], "value": leaf["value"]} if leaf.get("not") else {**leaf, "not": True}


def _join(groups: Iterable[tuple[Leaf, ...]]) -> tuple[Leaf, ...]:
    joined: list[Leaf] = []
    for group in groups:
        joined += [leaf for leaf in group if leaf not in joined]
    return tuple(joined)


def _said(key: str, want: Any, person: Person) -> Tri:
    """Whether a person fits one key."""
    found = _LEAVES[key](want, person)
    if found is None and person.tried and person.tried[0] == {"key": key, "value": want}:
        found = person.tried[1]
    if found is False and person.started and may_start(key, want):
        found = True
    return found


def may_start(key: str, value: Any) -> bool:
    """Whether a leaf is something that a person may start one day, like a degree or a tenancy."""
    if key == "living":
        return not _HOMES.isdisjoint(value)
    if key == "in_education":
        return bool(value != ["none"])
    return key in _STARTS and value is True


def _status(wanted: list[str], person: Person) -> Tri:
    return status_in(frozenset(wanted), person)


def status_in(wanted: frozenset[str], person: Person) -> Tri:
    """Whether the person's status is one of these; None when it may be and may not be."""
    found = {_one_status(status, wanted, person) for status in person.statuses}
    return found.pop() if len(found) == 1 else None


def _one_status(status: str, wanted: frozenset[str], person: Person) -> Tri:
    if status in wanted:
        return True
    if status == "unknown":
        return None
    if status == "frc" and "frc_education" in wanted:
        return person.in_learning
    return False


def _code(key: str) -> Callable[[list[str], Person], Tri]:
    def holds(wanted: list[str], person: Person) -> Tri:
        said = person.facts.get(key)
        return None if said in (None, "not_sure") else said in wanted

    return holds


def _yes_no(key: str) -> Callable[[bool, Person], Tri]:
    def holds(wanted: bool, person: Person) -> Tri:
        said = _TRI.get(person.facts.get(key) or "")
        return None if said is None else said is wanted

    return holds


def _council(key: str) -> Callable[[str, Person], Tri]:
    def holds(wanted: str, person: Person) -> Tri:
        said = getattr(person, key)
        return None if said is None else bool(said == wanted)

    return holds


def _savings(most: int, person: Person) -> Tri:
    said = person.facts.get("savings")
    return None if said is None else bool(said <= most)


# What each key of a condition asks. A key that content may use must be here (a test holds both together).
_LEAVES: Mapping[str, Callable[[Any, Person], Tri]] = {
    "age_min": lambda least, person: person.age >= least,
    "age_max": lambda most, person: person.age <= most,
    "status_any": _status,
    **{key: _code(key) for key in _CODES},
    **{key: _yes_no(key) for key in _YES_NO},
    "savings_max": _savings,
    "council": _council("council"),
    "home_council": _council("home_council"),
    "date_from": lambda first, person: person.day >= first,
    "date_to": lambda last, person: person.day <= last,
    "ask": lambda question, person: _TRI.get(person.asks.get(question, "")),
}
KEYS = frozenset(_LEAVES)
