"""What the worker does about the pledge by itself: it publishes a season when all answers to it are in."""

from __future__ import annotations

from ..core.jobs import Job
from .publishing import publish_due

JOBS = (Job("pledge.publish", every_minutes=60, run=publish_due),)
