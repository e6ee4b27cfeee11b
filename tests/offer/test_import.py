"""`flask offer import`: our own feed comes back the same, nothing is half-written, twice is once, the report."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from flask import Flask
from werkzeug.serving import make_server

from tests.conftest import make_settings
from tests.content.packs import OFFER, write
from tests.offer.conftest import EMPTY, FILES, ORIGIN
from tests.offer.server import Handler, feed, service, serving
from webapp import create_app
from webapp.content.library import Council, examine
from webapp.settings import ROOT, Settings

GOOD = [service(number) for number in range(5)]


def run(app: Flask, where: str, council: str = "emptyshire") -> Result:
    return app.test_cli_runner().invoke(args=["offer", "import", where, "--council", council])


def council(content: Path, slug: str = "emptyshire") -> Council:
    library, findings = examine(content)
    assert library is not None, [str(finding) for finding in findings]
    return library.council(slug)


def everything(folder: Path) -> dict[str, bytes]:
    """Every file with its bytes; a file half-written or left behind would show."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@contextmanager
def running(app: Flask) -> Iterator[str]:
    """Our own app on a real port."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()


def said(found: Council) -> set[tuple[str, str, str, str, str]]:
    return {
        (entry["title"], entry["heading"], entry["summary"], entry["how_to_ask"], entry["as_at"])
        for entry in found.offer
    }


def test_our_own_feed_comes_back_the_same(small: Flask, small_settings: Settings) -> None:
    with running(small) as address:
        result = run(small, f"{address}/oruk/liveshire/")
    assert result.exit_code == 0, result.output
    assert "23 services read, 23 taken, 0 left out." in result.output
    assert "Taken, with changes" not in result.output
    content = small_settings.content_dir
    assert said(council(content)) == said(council(content, "liveshire"))
    assert all(entry["confidence"] == "medium" for entry in council(content).offer)


def test_every_real_pack_comes_back_the_same(tmp_path: Path) -> None:
    content = tmp_path / "content"
    packs = {path.parent.name for path in (ROOT / "content").glob("*/offer.yaml")}
    files = {path.relative_to(ROOT / "content") for path in (ROOT / "content").rglob("*.yaml")}
    for file in files:
        (content / file).parent.mkdir(parents=True, exist_ok=True)
        text = (ROOT / "content" / file).read_text(encoding="utf-8").replace("state: example", "state: live")
        (content / file).write_text(text, encoding="utf-8")
    for slug in packs:
        (content / f"new{slug}").mkdir()
        (content / f"new{slug}" / "pack.yaml").write_text(EMPTY.replace("emptyshire", f"new{slug}"), encoding="utf-8")
    app = create_app(replace(make_settings(tmp_path), content_dir=content))
    with running(app) as address:
        for slug in packs:
            result = run(app, f"{address}/oruk/{slug}", f"new{slug}")
            assert result.exit_code == 0, result.output
            assert "0 left out" in result.output
    assert packs
    for slug in packs:
        assert said(council(content, f"new{slug}")) == said(council(content, slug))


def test_an_example_gives_nothing_to_take(small: Flask, small_settings: Settings) -> None:
    before = everything(small_settings.content_dir)
    with running(small) as address:
        result = run(small, f"{address}/oruk/oldshire")
    assert result.exit_code == 1
    assert "its status is inactive" in result.output
    assert "Nothing of this feed can be taken, so nothing was changed." in result.output
    assert everything(small_settings.content_dir) == before


def test_the_same_again_changes_nothing(small: Flask, small_settings: Settings) -> None:
    path = small_settings.content_dir / "emptyshire" / "offer-imported.yaml"
    with serving(feed(GOOD)) as server:
        assert "5 new, 0 gone." in run(small, server.address).output
        first, when = everything(small_settings.content_dir), path.stat().st_mtime_ns
        assert "Nothing new since the last time." in run(small, server.address).output
        # The order of a feed says nothing.
        server.answer = feed(GOOD[::-1], 3)
        assert "Nothing new since the last time." in run(small, server.address).output
        assert (everything(small_settings.content_dir), path.stat().st_mtime_ns) == (first, when)
        server.answer = feed([*GOOD[1:4], service(9)], 3)
        assert "1 new, 2 gone." in run(small, server.address).output
    assert [entry["title"] for entry in council(small_settings.content_dir).offer] == [
        "Service 001", "Service 002", "Service 003", "Service 009",
    ]  # fmt: skip


def test_a_file_is_read_too(small: Flask, small_settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "feed.json"
    path.write_text(json.dumps(GOOD), encoding="utf-8")
    assert run(small, str(path)).exit_code == 0
    assert council(small_settings.content_dir).offer[0]["sources"] == ["feed.json", f"service {GOOD[0]['id']}"]
    first = {"total_items": 5, "total_pages": 3, "page_number": 1, "contents": GOOD[:2]}
    path.write_text(json.dumps(first), encoding="utf-8")
    assert "feed.json holds page 1 alone, and says there is a page 2." in run(small, str(path)).output
    path.write_bytes(b" " * 50_000_000)
    assert "feed.json: the feed is larger than 50 MB in all" in run(small, str(path)).output
    assert "could not be read (No such file or directory)" in run(small, str(tmp_path / "none.json")).output
    assert "could not be read (Is a directory)" in run(small, str(tmp_path)).output


def test_the_report_says_what_was_left_out_and_why(small: Flask, small_settings: Settings) -> None:
    mixed = [
        *GOOD,
        service(10, name="Anglers", attributes=[{"taxonomy_term": {"name": "Fishing"}}]),
        service(11, description="<p>Come &amp; see <a href='javascript:alert(1)'>us</a><script>alert(1)</script></p>"),
        service(12, url="javascript:alert(1)"),
        service(13, status="defunct", name="\x1b[31mRed\u202e"),
    ]
    with serving(feed(mixed)) as server:
        result = run(small, server.address)
        name = f"{server.address}/services"
    id_ = "00000000-0000-4000-8000-0000000000"
    report = (
        f"Import of {name} into emptyshire\n"
        "9 services read, 7 taken, 2 left out.\n"
        "\nLeft out:\n"
        f'- {id_}10 "Anglers": no heading of a local offer fits it (its terms: Fishing)\n'
        f'- {id_}13 "[31mRed": its status is defunct\n'
        "\nTaken, with changes:\n"
        f'- {id_}11 "Service 011": markup became plain text\n'
        f'- {id_}12 "Service 012": its link was dropped: not an https:// address\n'
    )
    kept = small_settings.data_dir / "imports" / "emptyshire.txt"
    assert result.output == f"{report}\n7 new, 0 gone. Report: {kept}\n"
    assert kept.read_text(encoding="utf-8") == report
    summaries = {entry["title"]: entry["summary"] for entry in council(small_settings.content_dir).offer}
    assert summaries["Service 011"] == "Come & see us"
    assert "javascript" not in str(everything(small_settings.content_dir / "emptyshire"))


def test_terms_that_a_list_leaves_out_are_asked_for(small: Flask, small_settings: Settings) -> None:
    bare = [{name: value for name, value in one.items() if name != "attributes"} for one in GOOD]

    def answer(handler: Handler) -> None:
        number = handler.where[-1]
        if handler.where.endswith("/services"):
            feed(bare)(handler)
        elif number == "2":
            handler.send(b"", 404)
        elif number == "3":
            handler.send_json(GOOD[4])
        else:
            feed(GOOD)(handler)

    with serving(answer) as server:
        output = run(small, server.address).output
    assert "5 services read, 3 taken, 2 left out." in output
    assert '002 "Service 002": http://127.0.0.1' in output
    assert "answered 404." in output
    assert '003 "Service 003": its own address tells of another service' in output
    assert {entry["heading"] for entry in council(small_settings.content_dir).offer} == {"accommodation"}


def test_what_the_content_check_refuses_is_left_out(
    small: Flask, small_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    from webapp.content import checks, library
    from webapp.content.findings import Finding

    def stricter(items: Any, mine: Any, today: str) -> list[Finding]:
        own = [item for item in mine if item.kind == "offer" and item.raw["title"] == "Service 003"]
        return [*checks.check(items, mine, today), *(item.finding(("summary",), "too hard a word") for item in own)]

    monkeypatch.setattr(library, "check", stricter)
    with serving(feed(GOOD)) as server:
        output = run(small, server.address).output
    assert '003 "Service 003": the content check refuses it: too hard a word' in output
    assert "5 services read, 4 taken, 1 left out." in output
    assert len(council(small_settings.content_dir).offer) == 4


LIAR = feed(GOOD, 2, lambda good, number: {**good, "page_number": 1})


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (LIAR, "page 2 says that it is page 1."),
        (lambda handler: handler.send(b"{"), "page 1 of the feed is not JSON"),
        (lambda handler: handler.send(b"", 500), "answered 500."),
        (feed([service(1, status="defunct")]), "Nothing of this feed can be taken"),
        (feed([]), "Nothing of this feed can be taken"),
    ],
)
def test_a_feed_that_fails_leaves_the_pack_as_it_was(
    small: Flask, small_settings: Settings, answer: Any, words: str
) -> None:
    with serving(feed(GOOD)) as server:
        assert run(small, server.address).exit_code == 0
        before = everything(small_settings.content_dir)
        server.answer = answer
        result = run(small, server.address)
    assert (result.exit_code, words in result.output) == (1, True), result.output
    assert result.output.endswith("The pack is as it was.\n")
    assert everything(small_settings.content_dir) == before


def test_a_write_that_fails_leaves_no_half(
    small: Flask, small_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = os.replace

    def full(source: str, target: Path) -> None:
        if target.name == "offer-imported.yaml":
            raise OSError(28, "No space left on device", str(target))
        put(source, target)

    before = everything(small_settings.content_dir)
    monkeypatch.setattr(os, "replace", full)
    with serving(feed(GOOD)) as server:
        result = run(small, server.address)
    assert result.exit_code == 1
    assert "offer-imported.yaml could not be written (No space left on device)." in result.output
    assert everything(small_settings.content_dir) == before


@pytest.mark.parametrize("slug", ["nowhere", "england", "../emptyshire", ""])
def test_only_a_council_with_a_pack(small: Flask, small_settings: Settings, slug: str) -> None:
    before = everything(small_settings.content_dir)
    result = run(small, "http://127.0.0.1:9/", slug)
    assert result.exit_code == 1
    assert f"There is no pack of a council {slug!r}." in result.output
    assert everything(small_settings.content_dir) == before


def test_what_a_person_wrote_stays(tmp_path: Path) -> None:
    files = {**FILES, "emptyshire/offer.yaml": OFFER}
    settings = replace(make_settings(tmp_path), origin=ORIGIN, content_dir=write(tmp_path, files))
    app = create_app(settings)
    with serving(feed(GOOD)) as server:
        assert run(app, server.address).exit_code == 0
    assert {entry["title"] for entry in council(settings.content_dir).offer} == {
        "Money for your first home", *(one["name"] for one in GOOD),
    }  # fmt: skip
    assert (settings.content_dir / "emptyshire" / "offer.yaml").read_text(encoding="utf-8") == OFFER
