"""An event loop in a thread of its own, for what must go on while a test waits: servers, a browser's connection."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Coroutine
from types import TracebackType
from typing import Any, Self, TypeVar

Given = TypeVar("Given")

# A busy machine takes its time; nothing waits this long when all is well.
PATIENCE = 60.0
LOOK_EVERY = 0.05


class Background:
    """The loop, within a `with`."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self.loop.run_forever, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        self.do(self._end_tasks())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(PATIENCE)
        self.loop.close()

    def do(self, work: Coroutine[Any, Any, Given], seconds: float = PATIENCE) -> Given:
        """Run something in the loop and wait for what it gives."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(seconds)

    async def _end_tasks(self) -> None:
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def until(look: Callable[[], Given | None], what: Callable[[], str] | str) -> Given:
    """Look again and again until there is something, and give it. `what` says in a failure what did not come."""
    end = time.monotonic() + PATIENCE
    while not (found := look()):
        if time.monotonic() > end:
            raise AssertionError(f"this did not come in time: {what if isinstance(what, str) else what()}")
        time.sleep(LOOK_EVERY)
    return found
