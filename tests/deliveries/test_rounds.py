"""A nudge is cheap: no round of sending begins when nothing is due, and what comes at one moment goes in one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from webapp.core import clock
from webapp.core.clock import now
from webapp.deliveries import jobs, sending

from .push_service import status
from .sent import Post, rows


@pytest.fixture
def rounds(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many were tried in each round that began."""
    began: list[int] = []
    real = sending.send_due

    def counted(app: object) -> sending.Ran:
        ran = real(app)  # type: ignore[arg-type]
        began.append(ran.tried)
        return ran

    monkeypatch.setattr(sending, "send_due", counted)
    return began


def meanwhile(monkeypatch: pytest.MonkeyPatch, happens: Callable[[], object]) -> None:
    """While the worker gathers, something else happens."""
    monkeypatch.setattr("webapp.deliveries.jobs.time.sleep", lambda _seconds: happens())


def test_without_anything_due_no_round_begins(post: Post, rounds: list[int]) -> None:
    jobs.send()
    post.due(due=now() + timedelta(hours=1))
    jobs.send()
    assert rounds == []


def test_what_comes_at_one_moment_goes_in_one_round(
    post: Post, rounds: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = post.browser(post.care.maya)
    post.due()
    meanwhile(monkeypatch, post.due)
    jobs.send()
    assert (rounds, len(post.arrived(browser))) == ([2], 2)
    jobs.send()
    assert rounds == [2]


def test_what_waits_for_another_try_begins_one(post: Post, rounds: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    post.browser(post.care.maya)
    post.service.rule = lambda asked: status(503)
    post.due()
    assert post.send() == 1
    meanwhile(monkeypatch, lambda: None)
    jobs.send()
    assert rounds == [], "its turn has not come"
    with clock.fixed(rows()[0].next_at):
        jobs.send()
    assert rounds == [1]
