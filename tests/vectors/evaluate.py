"""Answers vectors with the server's rules and, in one Node process, with the app's: the same bytes are wanted."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from webapp.content.library import open_library
from webapp.entitlements.answers import AnswersError, read_answers
from webapp.entitlements.person import Enquiry
from webapp.entitlements.results import canonical, check
from webapp.entitlements.status import standing, status_of
from webapp.entitlements.timeline import timeline
from webapp.entitlements.who import Person, judge
from webapp.settings import ROOT

PATIENCE_SECONDS = 1800
Vector = dict[str, Any]
Entries = dict[str, list[dict[str, Any]]]


def real_entries(*packs: str) -> Entries:
    """The entitlements of councils, as their bundles carry them."""
    library = open_library(ROOT / "content")
    return {pack: json.loads(json.dumps(library.council(pack).entitlements)) for pack in packs}


def questions_of(entries: Entries) -> list[str]:
    """The ids of all single questions that entries ask, in order."""
    return sorted({node["ask_id"] for node in nodes_of(entries) if "ask_id" in node})


def nodes_of(value: Any) -> Iterator[dict[str, Any]]:
    """Every node of every condition tree within entries."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield from _tree(below) if key == "who" else nodes_of(below)
    elif isinstance(value, list):
        for below in value:
            yield from nodes_of(below)


def _tree(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    ruled_out = node.get("not", [])
    for one in (
        *node.get("all", []),
        *node.get("any", []),
        *([ruled_out] if isinstance(ruled_out, dict) else ruled_out),
    ):
        yield from _tree(one)


def answer(vector: Vector, entries: Entries) -> str:
    """What the server's rules make of a vector."""
    if vector["op"] == "judge":
        verdict = judge(vector["node"], person_of(vector["person"]))
        return canonical({"value": verdict.value, "because": list(verdict.because), "open": list(verdict.open)})
    life = vector["life"]
    today = date.fromisoformat(life["today"])
    try:
        answers = read_answers(life["answers"], today)
    except AnswersError as error:
        return canonical({"problems": error.problems})
    if vector["op"] == "status":
        return canonical(status_of(standing(answers, today)))
    enquiry = Enquiry(
        answers, life["circumstances"], entries[vector["pack"]], today, life["council"], life["home_council"]
    )
    return canonical({"check": check(enquiry), "timeline": timeline(enquiry)})


def person_of(person: dict[str, Any]) -> Person:
    """A person as `conditions.json` describes them."""
    return Person(**{**person, "statuses": frozenset(person["statuses"])}, asks=person["facts"].get("asks", {}))


def phone_answers(vectors: Iterable[Vector], entries: Entries, folder: Path) -> Iterator[str]:
    """What the app's rules make of vectors, in order. Raises `AssertionError` when they cannot be run."""
    node = shutil.which("node")
    assert node, "Node was not found: run bin/test, which brings it."
    given, found = folder / "vectors.jsonl", folder / "answers.jsonl"
    with given.open("w", encoding="utf-8") as file:
        for vector in ({"op": "entries", "entries": entries}, *vectors):
            file.write(json.dumps(vector) + "\n")
    ran = subprocess.run(
        [node, str(ROOT / "static" / "test" / "vectors.mjs"), str(given), str(found)],
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-4000:]
    with found.open(encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n")


def differences(vectors: list[Vector], entries: Entries, folder: Path) -> list[tuple[Vector, str, str]]:
    """The vectors on which the two disagree, each with the server's answer and the app's; the smallest first."""
    phone = phone_answers(vectors, entries, folder)
    found = [
        (vector, ours, theirs)
        for vector, theirs in zip(vectors, phone, strict=True)
        if (ours := answer(vector, entries)) != theirs
    ]
    return sorted(found, key=lambda one: len(json.dumps(one[0])))
