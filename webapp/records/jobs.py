"""What the worker does about records by itself."""

from __future__ import annotations

from ..core.jobs import Job
from . import exports, retention, service

JOBS = (
    Job(exports.JOB, every_minutes=1, run=exports.make_waiting),
    Job("records.tidy", every_minutes=60, run=exports.tidy),
    Job("records.list", every_minutes=60, run=service.finish_erasing),
    Job("records.retention", every_minutes=24 * 60, run=retention.apply),
)
