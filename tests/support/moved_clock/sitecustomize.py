"""For programs that a test starts with this folder on their path: their clock is ahead, and runs on."""

import os
from datetime import UTC, datetime, timedelta

import time_machine

_AHEAD = timedelta(seconds=float(os.environ.get("CLOCK_AHEAD_SECONDS", "0")))
if _AHEAD:
    time_machine.travel(datetime.now(UTC) + _AHEAD, tick=True).start()
