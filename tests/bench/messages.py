"""Messages: how soon one reaches the other's open conversation, many a second for a minute, and a long thread anew.

`bin/bench messages`. Everything runs against the real server and worker on the embedded database.
FOOTING_BENCH_SECONDS (60) and FOOTING_BENCH_MESSAGES (10000) make it smaller.
"""

from __future__ import annotations

import gzip
import http.client
import json
import logging
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from tests.browser.long_thread import write_messages
from tests.browser.traced import LONGEST_MS, SLOWER
from tests.support.crowd import Person, add_person, add_young_person, assign
from tests.support.server import LiveServer
from webapp import create_app
from webapp.core.clock import now, to_wire
from webapp.core.db import get_db
from webapp.core.guards import Role
from webapp.messages.models import Message
from webapp.people import cookies, sessions
from webapp.settings import ROOT, Settings
from webapp.upkeep.migrate import upgrade
from webapp.upkeep.secrets import make_secrets

from .messages_reading import reading_times

SECONDS = int(os.environ.get("FOOTING_BENCH_SECONDS", "60"))
LONG = int(os.environ.get("FOOTING_BENCH_MESSAGES", "10000"))
RATE, PAIRS, HANDS = 50, 50, 16
# As bin/run starts it.
WORKERS = 2
# How often an open conversation asks, as the phone does (docs/decisions/0006-no-open-connections.md).
ASK_EVERY = 2.0
TIMES = 30
GOOD = 200
KB, MS = 1024, 1000


@dataclass
class Phone:
    """A signed-in device, with one kept connection to the server."""

    account: str
    space: str
    cookie: str
    server: LiveServer
    cursors: dict[str, Any] = field(default_factory=dict)
    answer: bytes = b""
    _line: http.client.HTTPConnection | None = None

    def sync(self, *operations: dict[str, Any]) -> Any:
        """One round trip; the cursors move on."""
        self._line = self._line or http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=30)
        body = json.dumps({"account": self.account, "cursors": self.cursors, "operations": operations})
        headers = {"Content-Type": "application/json", "Cookie": self.cookie}
        self._line.request("POST", "/api/v1/sync", body, headers)
        response = self._line.getresponse()
        self.answer = response.read()
        assert response.status == GOOD, f"{response.status} {self.answer[:200]!r}"
        answer = json.loads(self.answer)
        for space in answer["spaces"]:
            self.cursors[space["id"]] = {"epoch": space["epoch"], "seq": space["seq"]}
        return answer

    def send(self, body: str) -> str:
        """Send a message: its id. Raises `AssertionError` when it was not taken."""
        made = {"id": str(uuid.uuid4()), "space": self.space, "kind": "message.send", "made_at": to_wire(now())}
        (outcome,) = self.sync(made | {"body": {"body": body}})["outcomes"]
        assert outcome["outcome"] == "applied", outcome
        return made["id"]

    def has(self, message: str) -> bool:
        """Ask once, and say whether the message came."""
        parts = self.sync()["spaces"]
        return any(row["id"] == message for part in parts for row in part["changes"].get("messages", []))


def main() -> None:
    """Measure on a fresh database and print."""
    with tempfile.TemporaryDirectory() as name, started(Path(name)) as footing:
        pairs = footing.pairs
        both_ways = sorted(reach(*pairs[0], TIMES))
        line(f"A message reaches the other's open conversation, asking every {ASK_EVERY:.0f} s: median",
             f"{statistics.median(both_ways):.2f} s", "2 s")  # fmt: skip
        line("The slowest of them", f"{both_ways[-1]:.2f} s")
        used = footing.processor()
        run = sustain([young_person for young_person, _ in pairs])
        used = [after - before for before, after in zip(used, footing.processor(), strict=True)]
        line(f"{RATE} messages a second for {SECONDS} s: kept", f"{run.kept} of {run.sent}")
        line("Of those, errors", str(len(run.errors)), "0")
        line("An answer took, median", f"{statistics.median(run.took) * MS:.0f} ms")
        line("An answer took, slowest in a hundred", f"{statistics.quantiles(run.took, n=100)[98] * MS:.0f} ms")
        line("The last answer was behind its time by", f"{run.late:.2f} s")
        for name_, seconds in zip(("web", "worker"), used, strict=True):
            line(f"Time of a processor for each message: {name_}", f"{seconds / run.sent * MS:.1f} ms")
        for error in sorted(set(run.errors)):
            line(f"  {error}", "")
        anew = fetch_anew(pairs[1][0])
        line(f"A new phone fetches {LONG:,} messages: pages", str(anew.pages))
        line("In all", f"{anew.seconds:.2f} s")
        line("Over the wire, gzip", f"{anew.bytes / KB:,.0f} KB")
        line("The longest page", f"{anew.longest * MS:.0f} ms")
        for place, task in reading_times(pairs[1][0].server.url, pairs[1][0].cookie, LONG):
            line(f"{LONG:,} in Chromium, {SLOWER} times slower: longest task {place}", f"{task.took:.1f} ms",
                 f"{LONGEST_MS} ms {task.did}")  # fmt: skip


def line(name: str, value: str, budget: str = "") -> None:
    """One line of the table."""
    sys.stdout.write(f"{name:<84} {value:>14}   {budget}\n")
    sys.stdout.flush()


@dataclass(frozen=True)
class Footing:
    """A running server and worker (their process groups), and the phones."""

    pairs: list[tuple[Phone, Phone]]
    groups: tuple[int, int]

    def processor(self) -> list[float]:
        """Seconds of a processor that server and worker have used so far, from the kernel's own count."""
        used = dict.fromkeys(self.groups, 0)
        for stat in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):
                fields = stat.read_text().rpartition(")")[2].split()
                if int(fields[2]) in used:
                    used[int(fields[2])] += int(fields[11]) + int(fields[12])
        return [ticks / os.sysconf("SC_CLK_TCK") for ticks in used.values()]


@contextmanager
def started(folder: Path) -> Iterator[Footing]:
    """Server and worker; young people and advisers, each with a phone. The second pair has a long thread."""
    make_secrets(folder)
    server = LiveServer(folder, workers=WORKERS)
    app = create_app(Settings.from_env(server.environment))
    app.logger.setLevel(logging.ERROR)
    with app.app_context():
        upgrade(get_db())
        people = [(add_young_person(f"Maya {number}"), add_person("Sam", Role.ADVISER)) for number in range(PAIRS)]
        for young_person, adviser in people:
            assign(young_person, adviser)
        pairs = [(phone(server, young, young), phone(server, adviser, young)) for young, adviser in people]
        assert people[1][0].space is not None
        write_messages(people[1][0].space, LONG)
        get_db().engine.dispose()
        server.start()
        command = [sys.executable, "-m", "flask", "worker"]
        null = subprocess.DEVNULL
        with subprocess.Popen(
            command, cwd=ROOT, env=server.environment, stdout=null, stderr=null, start_new_session=True
        ) as worker:
            try:
                assert server.process is not None
                yield Footing(pairs, (server.process.pid, worker.pid))
            finally:
                worker.kill()
                server.kill()


def phone(server: LiveServer, person: Person, young_person: Person) -> Phone:
    """A new device of a person, for the young person's space."""
    caller = cookies.Caller(address="", device_name="Bench", session_token=None, known_token=None)
    with get_db().write() as db:
        token = sessions.begin(db, person.id, caller).token
    return Phone(str(person.id), str(young_person.space), f"{cookies.session_cookie()}={token}", server)


def reach(one: Phone, other: Phone, times: int) -> list[float]:
    """Seconds from pressing send to the message being on the other's phone, in both directions in turn.

    The one who waits asks at its own pace, which has nothing to do with when the message is sent.
    """
    took = []
    for turn in range(times):
        writer, reader = (one, other) if turn % 2 == 0 else (other, one)
        reader.sync()
        start = time.perf_counter() + random.uniform(0, ASK_EVERY)
        asks = start + random.uniform(0, ASK_EVERY)
        time.sleep(start - time.perf_counter())
        message = writer.send("Are you there?")
        while True:
            time.sleep(max(0.0, asks - time.perf_counter()))
            if reader.has(message):
                break
            asks += ASK_EVERY
        took.append(time.perf_counter() - start)
    return took


@dataclass
class Run:
    """What came of sending for a while."""

    sent: int = 0
    kept: int = 0
    took: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    late: float = 0.0


def sustain(phones: list[Phone]) -> Run:
    """Send at a fixed rate, whether or not the answers keep up, each phone in its turn; then count what is kept."""
    run, lock, locks = Run(), threading.Lock(), [threading.Lock() for _ in phones]
    before, began = kept_messages(), time.perf_counter()

    def one(number: int) -> None:
        due = began + number / RATE
        time.sleep(max(0.0, due - time.perf_counter()))
        place = number % len(phones)
        with locks[place]:
            start = time.perf_counter()
            try:
                phones[place].send(f"Message {number}")
                error = None
            except (AssertionError, OSError, http.client.HTTPException) as trouble:
                error = f"{type(trouble).__name__}: {trouble}"[:100]
        with lock:
            run.sent += 1
            run.took.append(time.perf_counter() - start)
            run.late = time.perf_counter() - due
            if error:
                run.errors.append(error)

    with ThreadPoolExecutor(HANDS) as hands:
        list(hands.map(one, range(RATE * SECONDS)))
    run.kept = kept_messages() - before
    return run


def kept_messages() -> int:
    """How many messages there are in the database."""
    with get_db().read() as db:
        return db.scalar(select(func.count()).select_from(Message)) or 0


@dataclass(frozen=True)
class Anew:
    """A new phone's first fetch of a long thread."""

    pages: int
    seconds: float
    longest: float
    bytes: int


def fetch_anew(new: Phone) -> Anew:
    """Fetch everything, page after page."""
    new.cursors = {}
    pages, size, took, more = 0, 0, [], True
    while more:
        start = time.perf_counter()
        more = any(part["more"] for part in new.sync()["spaces"])
        took.append(time.perf_counter() - start)
        size += len(gzip.compress(new.answer))
        pages += 1
    return Anew(pages, sum(took), max(took), size)


if __name__ == "__main__":
    main()
