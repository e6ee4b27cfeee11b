"""One line of JSON for each event. Nothing personal: no body, no query text, no address of a person, no name."""

from __future__ import annotations

import json
import logging
import sys
import time
import traceback

from flask import Flask, Response, g, request

from .clock import now, to_wire


class JsonLines(logging.Formatter):
    """Level, time and message; of an exception only the places in the code, never its text."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {"at": to_wire(now()), "level": record.levelname, "event": record.getMessage()}
        if record.exc_info and record.exc_info[2]:
            frames = traceback.extract_tb(record.exc_info[2])[-6:]
            line["where"] = [f"{frame.filename.rsplit('/', 2)[-1]}:{frame.lineno}" for frame in frames]
        return json.dumps(line)


def install(app: Flask) -> None:
    """Log each request by its route pattern (never its path, which can hold an id), status and milliseconds."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    app.logger.handlers = [handler]
    app.logger.setLevel(logging.INFO)
    app.logger.propagate = False

    def start() -> None:
        g.started = time.perf_counter()

    def finish(response: Response) -> Response:
        took = round((time.perf_counter() - g.get("started", time.perf_counter())) * 1000)
        route = request.url_rule.rule if request.url_rule else "unknown"
        app.logger.info("%s %s %s %sms", request.method, route, response.status_code, took)
        return response

    app.before_request(start)
    app.after_request(finish)
