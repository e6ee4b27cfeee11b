"""`flask content serve`: a real server that shows a pack, sees a change, and lists what is wrong."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

from tests.content.packs import OFFER, OVERRIDES, write
from webapp.content.findings import Finding
from webapp.content.preview import shown
from webapp.settings import ROOT

WAIT = 30
KEY = "eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHg="


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@contextmanager
def served(folder: Path, content: Path, home: Path) -> Iterator[str]:
    """The address of `flask content serve FOLDER`, run as a person runs it."""
    port = free_port()
    env = {
        **os.environ,
        "FLASK_APP": "wsgi",
        "TMPDIR": str(home),
        "FOOTING_CONTENT": str(content),
        "FOOTING_DATA": str(home / "data"),
        "FOOTING_SECRET_KEY": KEY,
        "FOOTING_WRAPPING_KEYS": KEY,
    }
    command = [sys.executable, "-m", "flask", "content", "serve", str(folder), "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address, process)
        yield address
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=WAIT)


def wait_for(address: str, process: subprocess.Popen[str]) -> None:
    until = time.monotonic() + WAIT
    while time.monotonic() < until:
        try:
            requests.get(f"{address}/preview", timeout=WAIT)
            return
        except requests.ConnectionError:
            if process.poll() is not None:
                break
            time.sleep(0.1)
    raise AssertionError(process.communicate(timeout=WAIT)[0])


@pytest.fixture
def home(tmp_path: Path) -> Path:
    made = tmp_path / "home"
    made.mkdir()
    return made


def test_a_pack_is_shown_and_a_change_is_seen_and_a_mistake_listed(tmp_path: Path, home: Path) -> None:
    content = write(tmp_path)
    pack = (content / "oldshire").rename(tmp_path / "oldshire")
    with served(pack, content, home) as address:
        offer = f"{address}/api/v1/councils/oldshire/offer"
        assert requests.get(offer, timeout=WAIT).json()["offer"][0]["title"] == "Money for your first home"

        (pack / "offer.yaml").write_text(OFFER.replace("Money for your first home", "Money to set up home"))
        assert requests.get(offer, timeout=WAIT).json()["offer"][0]["title"] == "Money to set up home"

        (pack / "offer.yaml").write_text(OFFER.replace("heading: money", "heading: <monney>"))
        broken = requests.get(f"{address}/rights", timeout=WAIT)
        assert broken.status_code == 503
        assert broken.headers["Content-Type"] == "text/html; charset=utf-8"
        assert "content/oldshire/offer.yaml, line 4" in broken.text
        assert "&#39;&lt;monney&gt;&#39; is not known for `heading`" in broken.text
        assert "Write money instead." in broken.text
        assert "<monney>" not in broken.text
        assert 'http-equiv="refresh"' in broken.text
        assert requests.get(offer, timeout=WAIT).status_code == 503

        (pack / "offer.yaml").write_text(OFFER.replace("The paper names a sum.", "The paper gives assistance."))
        assert requests.get(offer, timeout=WAIT).json()["offer"][0]["summary"] == "The paper gives assistance."
        listed = requests.get(f"{address}/preview", timeout=WAIT)
        assert listed.status_code == 200
        assert "`assistance` is a hard word" in listed.text
        # The app's worker would keep old pages on the officer's machine.
        assert requests.get(f"{address}/sw.js", timeout=WAIT).status_code == 404
    # Nothing of the preview is left, and it kept its own data.
    assert not [path for path in home.iterdir() if path.name.startswith("footing-")]
    assert not (home / "data" / "bundles").exists()


def test_a_preview_starts_on_a_broken_pack_inside_the_content_folder(tmp_path: Path, home: Path) -> None:
    content = write(tmp_path, {"oldshire/overrides.yaml": OVERRIDES.replace("home-money", "home-mony")})
    with served(content / "oldshire", content, home) as address:
        broken = requests.get(f"{address}/", timeout=WAIT)
        assert broken.status_code == 503
        assert "england has no entitlements entry `home-mony` to change" in broken.text
        (content / "oldshire" / "overrides.yaml").write_text(OVERRIDES)
        assert requests.get(f"{address}/api/v1/councils", timeout=WAIT).json()["councils"][0]["slug"] == "oldshire"


def test_a_finding_is_shown_in_parts() -> None:
    wrong = Finding("content/x/offer.yaml", 4, "`a` is wrong; write `b` instead")
    plain = Finding("content/x/offer.yaml", 5, "the date has passed; check it", warning=True)
    first, second = shown([wrong, plain])
    assert (first["what"], first["remedy"]) == ("`a` is wrong", "`b`")
    assert (second["what"], second["remedy"], second["warning"]) == ("the date has passed; check it", None, True)
