"""The preview of a pack: the app on a content folder, opened anew when a file changes; or the list of what is wrong."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from flask import Flask, Response, render_template

from ..settings import Settings
from .findings import ContentError, Finding
from .gathering import Gathered
from .languages.checking import catalogue_findings
from .library import examine
from .plain.judging import judge

LIST = "/preview"
# A worker of the app would keep a page on the phone and show it in the place of the list.
NOT_HERE = ("/sw.js",)
CSP = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
Print = tuple[tuple[str, int, int], ...]
MakeApp = Callable[[Settings], Flask]


class Preview:
    """A WSGI app. Each request looks whether a file has changed; `/preview` lists what the check says."""

    def __init__(self, content: Gathered, settings: Settings, make_app: MakeApp) -> None:
        self._content = content
        self._settings = dataclasses.replace(settings, content_dir=content.folder)
        self._make_app = make_app
        self._pages = Flask(__name__, template_folder="../templates", static_folder=None)
        self._lock = threading.Lock()
        self._seen: Print = ()
        self._app: Flask | None = None

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request."""
        app = self._current()
        path = environ.get("PATH_INFO", "/")
        answer: WSGIApplication
        if path in NOT_HERE:
            answer = Response("Not in a preview.", status=404, mimetype="text/plain")
        elif app is None or path == LIST:
            answer = self._list(broken=app is None)
        else:
            answer = app.wsgi_app
        return answer(environ, start_response)

    def findings(self) -> list[Finding]:
        """What `flask content check` says now."""
        found = {*examine(self._content.folder)[1], *judge(self._content.folder, self._content.only)}
        return sorted({*found, *catalogue_findings(self._settings.translations_dir, self._content.packs())})

    def _current(self) -> Flask | None:
        """The app on the files as they are, or None when they are broken."""
        with self._lock:
            now = fingerprint(self._content.folder)
            if now != self._seen:
                self._seen = now
                try:
                    self._app = self._make_app(self._settings)
                except ContentError:
                    self._app = None
            return self._app

    def _list(self, *, broken: bool) -> Response:
        with self._pages.app_context():
            page = render_template("preview.html", findings=shown(self.findings()), broken=broken)
        # 503: an address of the app that is not there for the moment.
        response = Response(page, status=503 if broken else 200, mimetype="text/html")
        response.headers["Content-Security-Policy"] = CSP
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Robots-Tag"] = "noindex"
        return response


def fingerprint(folder: Path) -> Print:
    """The name, age and size of every file of a content folder; a pack may be a link to a folder elsewhere."""
    packs = [path for path in sorted(folder.iterdir()) if path.is_dir()]
    files = [path for pack in packs for path in sorted(pack.rglob("*"))] + sorted(folder.glob("*.yaml"))
    found = []
    for path in files:
        try:
            state = path.stat()
        except FileNotFoundError:
            # An editor takes a file away for a moment while it saves.
            continue
        found.append((str(path), state.st_mtime_ns, state.st_size))
    return tuple(found)


def shown(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """Findings in parts: file, line, what is wrong, and what to write."""
    parts = []
    for finding in findings:
        what, _, remedy = finding.text.rpartition("; write ")
        parts.append(
            {
                "file": finding.file,
                "line": finding.line,
                "warning": finding.warning,
                "what": what or finding.text,
                "remedy": remedy.removesuffix(" instead") if what else None,
            }
        )
    return parts
