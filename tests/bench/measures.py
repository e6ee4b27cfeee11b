"""The numbers of the design's budgets: sizes over the wire, statements and bytes of a sync, marks in one request."""

from __future__ import annotations

import json
import re
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event

from webapp.core.clock import now, to_wire
from webapp.core.db import get_db

KB = 1024
# `import"./chunk-X.js"` and `from"./chunk-X.js"`, but not `import("./chunk-X.js")`, which waits until it is needed.
STATIC_IMPORT = re.compile(r"""(?:\bfrom|\bimport)\s*["']\./([\w.-]+\.js)["']""")


@dataclass(frozen=True)
class FirstVisit:
    """Bytes over the wire (gzip) until the first screen is usable."""

    html: int
    css: int
    javascript: int

    @property
    def whole(self) -> int:
        return self.html + self.css + self.javascript


def first_visit(app: Flask) -> FirstVisit:
    """What a new phone loads: the shell, its style, and the main script (with the first screen) and all it needs."""
    client, settings = app.test_client(), app.extensions["footing-settings"]
    html = client.get("/", headers={"Accept-Encoding": "gzip"})
    manifest = json.loads((settings.static_dir / "manifest.json").read_text(encoding="utf-8"))
    scripts = needed_at_once(settings.static_dir, manifest["main.js"])
    return FirstVisit(
        html=len(html.data),
        css=over_the_wire(client, manifest["main.css"]),
        javascript=sum(over_the_wire(client, name) for name in scripts),
    )


def needed_at_once(folder: Path, script: str) -> list[str]:
    """The script and, by static imports, every other that must be there before it runs."""
    found = [script]
    for name in found:
        imports = STATIC_IMPORT.findall((folder / name).read_text(encoding="utf-8"))
        found.extend(other for other in dict.fromkeys(imports) if other not in found)
    return found


def over_the_wire(client: FlaskClient, name: str) -> int:
    """The bytes of a built file's answer to a phone that takes gzip."""
    answer = client.get(f"/static/dist/{name}", headers={"Accept-Encoding": "gzip"})
    assert answer.status_code == 200, name
    return len(answer.data)


def bundle_sizes(app: Flask) -> dict[str, int]:
    """The size (brotli) of each council's bundle, by its address."""
    client = app.test_client()
    councils = client.get("/api/v1/councils").get_json()["councils"]
    addresses = [address for council in councils for address in council["bundles"].values()]
    sizes = {}
    for address in addresses:
        answer = client.get(address, headers={"Accept-Encoding": "br"})
        assert answer.headers["Content-Encoding"] == "br"
        sizes[address] = len(answer.data)
    return sizes


@dataclass
class Statements:
    """The SQL statements seen within a block, without the words that begin and end a transaction."""

    seen: list[str] = field(default_factory=list)


@contextmanager
def counted(app: Flask) -> Iterator[Statements]:
    """Count the statements that reach the app's database within the block."""
    statements = Statements()

    def note(_c: Any, _cursor: Any, statement: str, _p: Any, _context: Any, _many: bool) -> None:
        if not statement.startswith(("BEGIN", "PRAGMA", "SAVEPOINT", "RELEASE")):
            statements.seen.append(statement)

    with app.app_context():
        engine = get_db().engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(engine, "before_cursor_execute", note)


@dataclass
class Device:
    """A signed-in phone of one young person, as the sync protocol sees it."""

    client: FlaskClient
    account: str
    space: str
    cursors: dict[str, dict[str, int]] = field(default_factory=dict)

    def sync(self, operations: list[dict[str, Any]] | None = None) -> Any:
        """One round trip; keeps the cursors. Gives the answer."""
        body = {"account": self.account, "cursors": self.cursors, "operations": operations or []}
        answer = self.client.post("/api/v1/sync", json=body)
        assert answer.status_code == 200, answer.text
        for space in answer.get_json()["spaces"]:
            self.cursors[space["id"]] = {"epoch": space["epoch"], "seq": space["seq"]}
        return answer


@dataclass(frozen=True)
class Idle:
    """What a sync costs when nothing has changed."""

    statements: list[str]
    answer_bytes: int


def idle_sync(app: Flask, device: Device) -> Idle:
    """A sync of a device that has seen everything."""
    while any(space["more"] for space in device.sync().get_json()["spaces"]):
        pass
    with counted(app) as statements:
        answer = device.sync()
    return Idle(statements.seen, len(answer.data))


def marks(device: Device, skills: list[str], count: int) -> list[dict[str, Any]]:
    """Operations for `count` marks, a second apart, the last one just now."""
    levels = ("not_yet", "with_help", "on_my_own", "can_show")
    start = now() - timedelta(seconds=count)
    return [
        {
            "id": str(uuid.uuid4()),
            "space": device.space,
            "kind": "passport.mark",
            "made_at": to_wire(start + timedelta(seconds=number)),
            "body": {"skill": skills[number % len(skills)], "level": levels[number % len(levels)]},
        }
        for number in range(count)
    ]


def flush_in_one(device: Device, operations: list[dict[str, Any]]) -> float:
    """Seconds for all operations in one request, every one applied."""
    began = time.perf_counter()
    outcomes = device.sync(operations).get_json()["outcomes"]
    took = time.perf_counter() - began
    assert {outcome["outcome"] for outcome in outcomes} == {"applied"}, outcomes[:3]
    assert len(outcomes) == len(operations)
    return took


def flush_one_by_one(device: Device, operations: list[dict[str, Any]]) -> float:
    """Seconds for the same with a request for each operation."""
    began = time.perf_counter()
    for operation in operations:
        device.sync([operation])
    return time.perf_counter() - began
