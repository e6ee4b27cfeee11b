"""One round of sending: fan out what is due, claim it, send it many at a time, write down what became of it.

The database works in a thread of its own while pushes are under way. Nothing is kept in memory that could be lost: what
this process does not write down is found due again after the lease.
"""

from __future__ import annotations

import asyncio
import contextlib
import contextvars
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar

from flask import Flask

from ..core.crypto import Crypto, get_crypto
from .claiming import claim
from .endpoints import Endpoints
from .fanout import fan_out
from .letters import End, Letter, Result
from .models import Channel
from .prefs import open_sealed
from .recording import Done, record
from .rules import LEASE
from .senders.console import ConsoleSender
from .senders.notify import NotifySender
from .senders.plain import PlainLetter, PlainSender
from .senders.push import ALL_SECONDS, IN_FLIGHT, PushSender
from .senders.smtp import SmtpSender
from .senders.vapid import vapid_of
from .words import Sentences

Given = TypeVar("Given")
# A worker has other jobs too: a round that has not come to its end by then is taken up again at once.
ROUND_SECONDS = 45.0
# How many notices and deliveries are taken at a time.
BATCH = 1000
# The tables' turn comes when only so many tries are still unanswered, or after so many seconds: a worker that does both
# at once keeps the tables from the other workers for longer. What is slow is written down in a later turn.
STILL_OUT, TURN_SECONDS = 8, 1.0
# What was claimed this long ago is left to whoever finds it after the lease.
TRY_WITHIN = LEASE.total_seconds() - 2 * ALL_SECONDS


@dataclass(frozen=True)
class Ran:
    """What a round did: `finished` unless its time was over before all that is due was tried."""

    tried: int
    finished: bool


def send_due(app: Flask) -> Ran:
    """Send all that is due now. Safe to run in many processes at once."""
    work = contextvars.copy_context()
    # In a thread of its own: whoever calls may have a loop that runs already.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(work.run, lambda: asyncio.run(Round(app).run())).result()


def plain_senders(app: Flask) -> list[PlainSender]:
    """The ways of texts and e-mails that the settings name; a try-out without any writes to its log."""
    settings = app.extensions["footing-settings"]
    sending = settings.sending
    found: list[PlainSender] = []
    if sending.smtp_url:
        found.append(SmtpSender(sending.smtp_url, sending.mail_from, settings.product_name))
    if sending.notify_key:
        found.append(NotifySender(sending))
    return found or ([] if settings.production else [ConsoleSender()])


@dataclass
class Round:
    """One run over what is due."""

    app: Flask
    _done: list[Done] = field(default_factory=list)
    _tried: int = 0
    _out: int = 0

    def __post_init__(self) -> None:
        settings = self.app.extensions["footing-settings"]
        self._crypto: Crypto = get_crypto()
        self._sentences = Sentences(settings.origin)
        self._push = PushSender(Endpoints(settings.sending), vapid_of(settings), self._crypto, self._sentences)
        self._plain = plain_senders(self.app)
        # The clients of texts and e-mails take their time and are not made for several threads.
        self._tables, self._slow = ThreadPoolExecutor(1), ThreadPoolExecutor(1)

    async def run(self) -> Ran:
        """Send until nothing is due, or the round's time is over."""
        self._feed: asyncio.Queue[tuple[Letter, float]] = asyncio.Queue()
        self._calm = asyncio.Event()
        async with self._push, asyncio.TaskGroup() as group:
            hands = [group.create_task(self._work()) for _ in range(IN_FLIGHT)]
            try:
                finished = await self._take_turns()
            finally:
                for hand in hands:
                    hand.cancel()
        self._tables.shutdown()
        self._slow.shutdown()
        return Ran(self._tried, finished)

    async def _take_turns(self) -> bool:
        until, finished = time.monotonic() + ROUND_SECONDS, False
        while not finished and time.monotonic() < until:
            looked, tried = await self._turn(BATCH if self._feed.empty() else 0)
            if not self._feed.empty() or self._out:
                await self._until_calm()
            else:
                finished = not (looked or tried)
        await self._feed.join()
        await self._turn(0)
        return finished

    async def _turn(self, limit: int) -> tuple[int, int]:
        """Write down what was tried, and take up to `limit` notices and deliveries. Gives how many of both."""
        done, self._done = self._done, []
        looked, letters = await self._in(self._tables, lambda: _write_and_take(done, limit))
        self._tried += len(done)
        claimed = time.monotonic()
        for letter in letters:
            self._feed.put_nowait((letter, claimed))
        return looked + len(letters), len(done)

    async def _until_calm(self) -> None:
        self._calm.clear()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(TURN_SECONDS):
                await self._calm.wait()

    async def _work(self) -> None:
        while True:
            letter, claimed = await self._feed.get()
            self._out += 1
            try:
                if time.monotonic() - claimed < TRY_WITHIN:
                    # Asked for first: the list that is written down is another one by the time the answer is there.
                    result = await self._try(letter)
                    self._done.append((letter, result))
            finally:
                self._out -= 1
                self._feed.task_done()
                if self._out <= STILL_OUT and self._feed.empty():
                    self._calm.set()

    async def _try(self, letter: Letter) -> Result:
        """Send by the letter's way. What surprises us is no reason to stop the others."""
        try:
            if letter.channel is Channel.PUSH:
                return await self._push.send(letter)
            return await self._in(self._slow, lambda: self._send_plain(letter))
        except Exception as error:
            self.app.logger.error("delivery by %s failed: %s", letter.channel, type(error).__name__)
            return Result(End.LATER, "our-mistake")

    def _send_plain(self, letter: Letter) -> Result:
        sender = next((sender for sender in self._plain if sender.takes(letter.channel)), None)
        if sender is None:
            return Result(End.NEVER, "no-sender")
        to = open_sealed(self._crypto, letter)
        if to is None:
            return Result(End.GONE, "no-address")
        said = self._sentences.of(letter.kind, letter.plainness, letter.lang)
        link = self._sentences.origin + letter.url
        return sender.send(PlainLetter(letter, to, said.text, link, again=letter.tries > 1))

    async def _in(self, threads: ThreadPoolExecutor, work: Callable[[], Given]) -> Given:
        context = contextvars.copy_context()
        return await asyncio.get_running_loop().run_in_executor(threads, context.run, work)


def _write_and_take(done: Sequence[Done], limit: int) -> tuple[int, list[Letter]]:
    if done:
        record(done)
    if not limit:
        return 0, []
    fanned = fan_out(limit)
    # What waits for another try has its turn too, however many new ones there are.
    return fanned.looked, [*fanned.letters, *claim(limit)]
