"""Fetches a feed over HTTP, or reads it from a file, within limits: nobody's feed may fill the memory or never end."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

import requests
from urllib3.exceptions import HTTPError

PER_PAGE = 100
CHUNK = 65_536
MOVED = (301, 302, 303, 307, 308)
OK = 200
# Compressed answers are not asked for: a few bytes could grow beyond any limit.
HEADERS = {"Accept": "application/json", "Accept-Encoding": "identity", "User-Agent": "Footing offer import"}


@dataclass(frozen=True)
class Limits:
    """What a feed may cost. Times are seconds; `silence` is the longest wait for the next bytes."""

    size: int = 50_000_000
    pages: int = 200
    redirects: int = 3
    connect: float = 10
    silence: float = 20
    whole: float = 900


class FeedError(Exception):
    """The feed cannot be read, or says what is not so. The text is for the person who runs the import."""


class NotThere(FeedError):
    """An address answered, with something else than 200."""


class _Session(requests.Session):
    """Follows no redirect by itself: requests reads the whole of each answer on the way, however large."""

    def get_redirect_target(self, resp: requests.Response) -> None:
        return None


class WebFeed:
    """A feed at an address: the API's root, or its `/services`; other parameters of the address are kept."""

    def __init__(self, address: str, limits: Limits) -> None:
        parts = _split(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise FeedError(f"{address} is not an address that starts with https:// or http://")
        if "@" in parts.netloc:
            raise FeedError("Leave the name and pass phrase out of the address: an open feed asks for none.")
        path = parts.path.rstrip("/")
        path = path if path.endswith("/services") else f"{path}/services"
        self.limits = limits
        self.name = urlunsplit((parts.scheme, parts.netloc, path, "", ""))
        self._kept = [pair for pair in parse_qsl(parts.query) if pair[0] not in ("page", "per_page")]
        self._left = limits.size
        self._until = time.monotonic() + limits.whole
        self._session = _Session()

    def page(self, number: int) -> Any:
        """The JSON of one page of services. Raises `FeedError`."""
        query = urlencode([*self._kept, ("page", str(number)), ("per_page", str(PER_PAGE))])
        return parsed(self._get(f"{self.name}?{query}"), f"page {number} of the feed")

    def service(self, id_: str) -> Any:
        """The JSON of one service. Raises `FeedError`; `NotThere` when that address has none."""
        return parsed(self._get(f"{self.name}/{quote(id_, safe='')}"), f"service {id_}")

    def _get(self, address: str) -> bytes:
        for _ in range(self.limits.redirects + 1):
            try:
                with self._ask(address) as answer:
                    if answer.status_code not in MOVED:
                        return self._body(answer, address)
                    address = _moved_to(address, answer.headers.get("Location", ""))
            except (requests.RequestException, HTTPError, HTTPException, OSError) as error:
                raise FeedError(f"{address} did not answer to the end ({_plainly(error)}). Try again later.") from error
        raise FeedError(f"{address}: the feed sends us on more than {self.limits.redirects} times.")

    def _ask(self, address: str) -> requests.Response:
        times = (self.limits.connect, self.limits.silence)
        return self._session.get(address, headers=HEADERS, stream=True, timeout=times, allow_redirects=False)

    def _body(self, answer: requests.Response, address: str) -> bytes:
        if answer.status_code != OK:
            raise NotThere(f"{address} answered {answer.status_code}.")
        if answer.headers.get("Content-Encoding", "identity") != "identity":
            raise FeedError(f"{address} is compressed, though we asked for it plain.")
        announced = answer.headers.get("Content-Length", "")
        if announced.isascii() and announced.isdigit() and int(announced[:20]) >= self._left:
            raise too_large(address, self.limits)
        data = bytearray()
        # read1 gives what has arrived, so that a feed that drips is noticed between two drops.
        while chunk := answer.raw.read1(CHUNK):
            data += chunk
            self._left -= len(chunk)
            if self._left <= 0:
                raise too_large(address, self.limits)
            if time.monotonic() > self._until:
                raise FeedError(f"{address}: the feed took longer than {self.limits.whole:g} seconds in all.")
        return bytes(data)


class FileFeed:
    """A feed that was saved to a file: one page, or a plain list of services."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self.limits = limits
        self.name = path.name
        self._path = path

    def page(self, number: int) -> Any:
        """The JSON of the file, which has no other page than the first. Raises `FeedError`."""
        if number > 1:
            raise FeedError(f"{self.name} holds page 1 alone, and says there is a page {number}. Import from the web.")
        try:
            with self._path.open("rb") as file:
                data = file.read(self.limits.size)
        except OSError as error:
            raise FeedError(f"{self._path} could not be read ({error.strerror}).") from error
        if len(data) >= self.limits.size:
            raise too_large(self.name, self.limits)
        return parsed(data, self.name)


Feed = WebFeed | FileFeed


def open_feed(where: str, limits: Limits) -> Feed:
    """The feed at an address or in a file. Raises `FeedError` when `where` can be neither."""
    if "://" in where:
        return WebFeed(where, limits)
    return FileFeed(Path(where), limits)


def parsed(data: bytes, what: str) -> Any:
    """JSON as Python values. Raises `FeedError`, also for JSON that is nested beyond reading."""
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        place = f" at line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise FeedError(f"{what} is not JSON that can be read{place}.") from error


def too_large(what: str, limits: Limits) -> FeedError:
    """The complaint about a feed beyond the limit."""
    return FeedError(f"{what}: the feed is larger than {limits.size // 1_000_000} MB in all, so we stopped.")


def _split(address: str) -> SplitResult:
    try:
        return urlsplit(address)
    except ValueError as error:
        raise FeedError(f"{address} is not an address.") from error


def _moved_to(address: str, location: str) -> str:
    try:
        target = urljoin(address, location)
    except ValueError:
        target = ""
    scheme = _split(target).scheme
    if not location or scheme not in ("http", "https"):
        raise FeedError(f"{address} sends us on to {location[:200]!r}, which is not an address on the web.")
    if urlsplit(address).scheme == "https" and scheme == "http":
        raise FeedError(f"{address} sends us on to an address without TLS, so we stopped.")
    return target


def _plainly(error: Exception) -> str:
    return "too slow" if "timed out" in str(error).lower() else type(error).__name__
