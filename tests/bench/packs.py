"""How long a start takes and how much memory it needs: with our own packs, and with as many as England has councils.

`python -m tests.bench.packs 153` measures by itself; `bin/bench` prints the same.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from webapp.settings import ROOT

# The councils in England that look after children.
COUNCILS = 153
# The largest of our own packs: a made-up one is never smaller than a real one.
MODEL = "merton"
MB = 1_000_000
# Runs by itself, so that nothing of the bench is measured: the time from its first line to the app, and what it holds.
START = """
import time
began = time.perf_counter()
import json, resource, sys
from pathlib import Path
from webapp import create_app
from webapp.settings import Settings
data, content, build = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3] == "build"
keys = {"secret_key": b"x" * 32, "wrapping_keys": (b"y" * 32,)}
app = create_app(
    Settings("test", data, f"sqlite:///{data}/x.sqlite3", origin="http://localhost", content_dir=content, **keys)
)
seconds, processor = time.perf_counter() - began, time.process_time()
if build:
    app.test_cli_runner().invoke(args=["content", "build"])
pages = int(Path("/proc/self/statm").read_text().split()[1]) if Path("/proc/self/statm").exists() else 0
bytes_ = pages * resource.getpagesize() or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
print(json.dumps({"seconds": seconds, "processor": processor, "bytes": bytes_}))
"""


@dataclass(frozen=True)
class Start:
    """One start of the server: how long until it can answer, how much of that is its own work, and its memory then.

    The two times differ when other programs keep the machine busy.
    """

    seconds: float
    processor: float
    bytes: int


def start(data: Path, content: Path, *, build: bool = False) -> Start:
    """Start the app in a process of its own; `build` makes the bundles too, and is no measure."""
    command = [sys.executable, "-c", START, str(data), str(content), "build" if build else ""]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    return Start(**json.loads(done.stdout.strip().splitlines()[-1]))


def start_built(content: Path) -> Start:
    """A start on packs whose bundles are there already, as every start but the first."""
    with tempfile.TemporaryDirectory() as data:
        start(Path(data), content, build=True)
        return start(Path(data), content)


@contextmanager
def made_up(count: int) -> Iterator[Path]:
    """A content folder with England and `count` councils, each with its own words."""
    with tempfile.TemporaryDirectory() as made:
        content = Path(made) / "content"
        content.mkdir()
        (content / "england").symlink_to(ROOT / "content" / "england")
        for number in range(1, count + 1):
            _make(content / f"council-{number}", number)
        yield content


def _make(folder: Path, number: int) -> None:
    folder.mkdir()
    for path in sorted((ROOT / "content" / MODEL).glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        if path.name == "pack.yaml":
            text = re.sub(r"^slug: .*", f"slug: {folder.name}", text, flags=re.MULTILINE)
            text = re.sub(r"^name: .*", f"name: Council {number}", text, flags=re.MULTILINE)
        # No two councils say the same, so no text is shared in memory.
        (folder / path.name).write_text(text.replace('summary: "', f'summary: "In place {number}: '), encoding="utf-8")


def grown(few: Start, many: Start, packs: int) -> float:
    """How many bytes each of the `packs` that `many` has more than `few` takes."""
    return (many.bytes - few.bytes) / packs


def one_and_many(count: int) -> tuple[Start, Start]:
    """A start with one made-up pack, and one with `count`. No bundle is made: a start makes none."""
    starts = []
    for packs in (1, count):
        with made_up(packs) as content, tempfile.TemporaryDirectory() as data:
            starts.append(start(Path(data), content))
    return starts[0], starts[1]


def main() -> None:
    """Print the numbers for as many made-up packs as the command names."""
    count = max(2, int(sys.argv[1])) if len(sys.argv) > 1 else COUNCILS
    one, many = one_and_many(count)
    sys.stdout.write(f"1 pack: {one.seconds:.1f} s ({one.processor:.1f} s of work), {one.bytes / MB:.0f} MB\n")
    sys.stdout.write(
        f"{count} packs: {many.seconds:.1f} s ({many.processor:.1f} s of work), {many.bytes / MB:.0f} MB\n"
    )
    sys.stdout.write(f"Each pack more: {grown(one, many, count - 1) / MB:.2f} MB\n")


if __name__ == "__main__":
    main()
