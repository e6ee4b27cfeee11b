"""How long the page's own thread worked on each task, from the browser's own trace."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

# A phone of young people is about four times as slow as a desk.
SLOWER = 4
LONGEST_MS = 50
_SAME_WORK = """() => {
  const began = performance.now();
  const words = Array.from({ length: 40000 }, (_, n) => String((n * 7919) % 40009));
  const lengths = new Map();
  for (const word of words) lengths.set(word, word.length);
  words.sort();
  return performance.now() - began;
}"""
# What that takes on a slow phone, four times slower than this machine when it is idle.
_SAME_WORK_MS = 75
_CATEGORIES = ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"]
_US = 1000
# The browser's wrappers around every task say nothing about it.
_WRAPPERS = {"RunTask", "ThreadControllerImpl::RunTask", "Receive mojo reply", "Receive mojo message"}


def slow_down(page: Page) -> None:
    """Give the page a phone's processor.

    What it did before is tidied away first: fetching 10,000 messages leaves garbage that no reader of them makes.
    """
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def busyness(page: Page) -> float:
    """How many times slower a slowed page is than on an idle machine (1 at least), by work that is always the same."""
    taken: list[float] = [page.evaluate(_SAME_WORK) for _ in range(5)]
    return max(1.0, min(taken) / _SAME_WORK_MS)


@dataclass(frozen=True, order=True)
class Task:
    """A task: its milliseconds of the processor, when it began, and most of what it did."""

    took: float
    began: float
    did: str


class Traced:
    """The tasks of a page within a block.

    It is the thread's time of the processor, which a busy neighbour makes hardly longer; the slowing down is in it.
    Do not ask the page anything within: answering would be a task too.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._tasks: list[Task] = []

    def __enter__(self) -> Traced:
        self._browser = self._page.context.browser
        assert self._browser is not None
        self._browser.start_tracing(page=self._page, categories=_CATEGORIES)
        return self

    def __exit__(self, *_: object) -> None:
        assert self._browser is not None
        events = json.loads(self._browser.stop_tracing())["traceEvents"]
        threads = {
            (one["pid"], one["tid"])
            for one in events
            if one["name"] == "thread_name" and one["args"]["name"] == "CrRendererMain"
        }
        mine = [one for one in events if one.get("ph") == "X" and (one["pid"], one["tid"]) in threads]
        tasks = [one for one in mine if one["name"] == "RunTask"]
        clicks = [
            one["ts"] for one in mine if one["name"] == "EventDispatch" and one["args"]["data"]["type"] == "click"
        ]
        first = min(clicks or [one["ts"] for one in tasks])
        self._tasks = [Task(one.get("tdur", 0) / _US, (one["ts"] - first) / _US, _did(one, mine)) for one in tasks]

    def after(self, milliseconds: float = 0) -> list[Task]:
        """The tasks that began later than so many milliseconds after the tap (or the start); the longest first."""
        return sorted((task for task in self._tasks if task.began > milliseconds), reverse=True)

    def longest(self, milliseconds: float = 0) -> Task:
        """The longest of them."""
        return self.after(milliseconds)[0]


def _did(task: dict[str, Any], events: list[dict[str, Any]]) -> str:
    """What took longest within a task, for whoever reads why a test failed."""
    if task.get("tdur", 0) < LONGEST_MS * _US / 2:
        return ""
    end, spent = task["ts"] + task["dur"], Counter[str]()
    for one in events:
        within = one["pid"] == task["pid"] and task["ts"] <= one["ts"] <= end
        if within and one["name"] not in _WRAPPERS:
            spent[one["name"]] += one.get("tdur", 0) // _US
    return ", ".join(f"{name} {ms}" for name, ms in spent.most_common(5))
