"""What eight languages cost: a start on content that is built, building it again, and the memory of saying it all.

`python -m tests.bench.content` prints it by itself, and `bin/bench` the same. With a number it is about as many made-up
councils of which nothing is built: how long until the first list of them.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from webapp.settings import ROOT

from .packs import MB, made_up

# Runs by itself, so that nothing of the bench is measured. The list of councils names every bundle in every language,
# so a server can serve when it has answered that.
SERVE = """
import time
began = time.perf_counter()
import json, resource, sys
from pathlib import Path
from webapp import create_app
from webapp.settings import Settings
data, content, say = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3] == "say"
keys = {"secret_key": b"x" * 32, "wrapping_keys": (b"y" * 32,)}
app = create_app(
    Settings("test", data, f"sqlite:///{data}/x.sqlite3", origin="http://localhost", content_dir=content, **keys)
)
app.logger.disabled = True
started = time.perf_counter() - began
client = app.test_client()
councils = client.get("/api/v1/councils").get_json()["councils"]
ready, processor = time.perf_counter() - began, time.process_time()
for council in councils if say else ():
    for lang, address in council["bundles"].items():
        assert client.get(address, headers={"Accept-Encoding": "br"}).status_code == 200
        for part in ("help", "entitlements", "passport"):
            assert client.get(f"/api/v1/councils/{council['slug']}/{part}?lang={lang}").status_code == 200
pages = int(Path("/proc/self/statm").read_text().split()[1]) if Path("/proc/self/statm").exists() else 0
bytes_ = pages * resource.getpagesize() or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
print(json.dumps({"started": started, "ready": ready, "processor": processor, "bytes": bytes_}))
"""
BUILD = """
import json, sys, time
from pathlib import Path
from webapp import create_app
from webapp.settings import Settings
data, content = Path(sys.argv[1]), Path(sys.argv[2])
keys = {"secret_key": b"x" * 32, "wrapping_keys": (b"y" * 32,)}
app = create_app(
    Settings("test", data, f"sqlite:///{data}/x.sqlite3", origin="http://localhost", content_dir=content, **keys)
)
began = time.process_time()
result = app.test_cli_runner().invoke(args=["content", "build"], catch_exceptions=False)
assert result.exit_code == 0, result.output
words = [line.split()[3].rstrip(":") for line in result.output.splitlines()]
took = time.process_time() - began
print(json.dumps({"made": words.count("made"), "kept": words.count("kept"), "processor": took}))
"""


@dataclass(frozen=True)
class Serving:
    """Seconds until the app is there, and until it has named every bundle; its own work for that; its memory then."""

    started: float
    ready: float
    processor: float
    bytes: int


@dataclass(frozen=True)
class Built:
    """How many bundles a build made and kept, and how long the process worked for it."""

    made: int
    kept: int
    processor: float


def serve(data: Path, content: Path, *, say: bool = False) -> Serving:
    """Start in a process of its own. With `say`, everything is asked for in every language before memory is read."""
    return Serving(**_run(SERVE, data, content, "say" if say else ""))


def build(data: Path, content: Path) -> Built:
    """`flask content build` in a process of its own."""
    return Built(**_run(BUILD, data, content))


def _run(script: str, data: Path, content: Path, *more: str) -> dict[str, Any]:
    command = [sys.executable, "-c", script, str(data), str(content), *more]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


@contextmanager
def data_folder() -> Iterator[Path]:
    """An empty data folder."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def lines() -> Iterator[tuple[str, str, str]]:
    """Each number with its name and its budget."""
    ours = ROOT / "content"
    with data_folder() as data:
        first = build(data, ours)
        again = build(data, ours)
        yield "A first build in every language: bundles made", str(first.made), ""
        yield "Its own work", f"{first.processor:.1f} s", ""
        yield "A second build: bundles made", str(again.made), "0"
        yield "Its own work", f"{again.processor:.2f} s", ""
        ready, said = serve(data, ours), serve(data, ours, say=True)
    with data_folder() as data:
        new = serve(data, ours)
    yield "Start on our packs in every language, built", f"{ready.ready:.1f} s", "3 s"
    yield "Of that, the process's own work", f"{ready.processor:.1f} s", ""
    yield "The same, nothing built", f"{new.ready:.1f} s", ""
    yield "Of that, the process's own work", f"{new.processor:.1f} s", ""
    yield "Memory then", f"{ready.bytes / MB:.0f} MB", "150 MB"
    yield "Memory when all has been said in every language", f"{said.bytes / MB:.0f} MB", "150 MB"


def many_lines(count: int) -> Iterator[tuple[str, str, str]]:
    """The first list of `count` made-up councils: every bundle in every language is worked out for it."""
    with made_up(count) as content, data_folder() as data:
        new = serve(data, content)
    yield f"Start on {count} made-up packs", f"{new.started:.1f} s", "20 s"
    yield "Until the first list of them, nothing built", f"{new.ready:.1f} s", ""
    yield "Of that, the process's own work", f"{new.processor:.1f} s", ""


def main() -> None:
    """Print the numbers; the memory of many made-up packs is in `packs.py`."""
    for name, value, budget in many_lines(int(sys.argv[1])) if len(sys.argv) > 1 else lines():
        sys.stdout.write(f"{name:<58} {value:>14}   {budget}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
