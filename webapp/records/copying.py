"""Everything about a young person in one ZIP: every collection and part as JSON and as a page, files, the conversation.

It holds what the young person themself can see. What is in it comes from the registry of sync and from what features
have added, so that a new feature is in it by itself. `manifest.json` names each file with its size and SHA-256.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterable
from typing import IO, Any

from ..content.library import Council, get_library
from ..core.clock import now, to_wire
from ..spaces.copies import CopiedFile, get_copied
from ..sync.registry import View, Window, get_registry
from . import pages, threads

Row = dict[str, Any]
LONGEST_NAME = 80


def write_copy(view: View, target: IO[bytes]) -> None:
    """Write the ZIP to a file that need not be able to go back. `view` is the young person's own.

    Raises `SealBroken` for words or files that cannot be opened: half a copy would look like a whole one.
    """
    with zipfile.ZipFile(target, "w") as archive:
        copy = _Copy(archive)
        names = pages.names_in(_council(view.space.council))
        lists = read_lists(view)
        for name, rows in lists.items():
            copy.add(f"data/{name}.json", _json(rows))
            copy.add(
                f"pages/{name}.html", pages.page(pages.title_of(name), (pages.part_of(row, names) for row in rows))
            )
        _add_thread(copy, view, lists)
        for add in get_copied().files:
            for file in add(view.db, view.space):
                # Pictures and PDFs are packed already.
                copy.add(path_of(file), file.read(), zipfile.ZIP_STORED)
        copy.add("index.html", _index(lists, copy.listed))
        manifest = {"made_at": to_wire(now()), "space": str(view.space.id), "files": copy.listed}
        copy.add("manifest.json", _json(manifest))


def read_lists(view: View) -> dict[str, list[Row]]:
    """Every collection and every part that is in a copy, by name, with all its rows; what was deleted is left out."""
    everything = Window(0, view.space.seq, None)
    lists = {
        name: [row for row in collection.read(view, everything) if not row.get("deleted")]
        for name, collection in get_registry().collections.items()
    }
    parts = get_copied().parts.items()
    return lists | {name: read(view.db, view.space, view.account_id) for name, read in parts}


def path_of(file: CopiedFile) -> str:
    """Where a file is in the ZIP: its name cannot lead out of the folder, and no two are the same."""
    plain = "".join(letter if letter.isalnum() or letter in "-_. " else "_" for letter in file.name)
    return f"files/{file.id}-{plain.strip('. ')[-LONGEST_NAME:] or 'file'}"


class _Copy:
    """The ZIP on its way, and what is in it so far."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.listed: list[Row] = []

    def add(self, path: str, content: str | bytes, packing: int = zipfile.ZIP_DEFLATED) -> None:
        data = content.encode() if isinstance(content, str) else content
        self._archive.writestr(path, data, packing)
        self.listed.append({"path": path, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()})


def _add_thread(copy: _Copy, view: View, lists: dict[str, list[Row]]) -> None:
    name = next((row["name"] for row in lists.get("profile", [])), "")
    record = threads.document(view.db, view.space, name, withdrawn=False)
    copy.add("thread.json", _json(record))
    copy.add("thread.html", threads.readable(record))


def _index(lists: Iterable[str], listed: Iterable[Row]) -> str:
    links = [("thread.html", "Messages, as a page to print")]
    links += [(f"pages/{name}.html", pages.title_of(name)) for name in lists]
    links += [(row["path"], row["path"]) for row in listed if row["path"].startswith("files/")]
    there = {row["path"] for row in listed}
    intro = ["This is everything that is kept about you here. The same is in the folder “data”, for programs."]
    return pages.page("My copy", [], intro=intro, links=[link for link in links if link[0] in there])


def _council(slug: str) -> Council | None:
    library = get_library()
    return library.council(slug) if library.has_council(slug) else None


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, default=str)
