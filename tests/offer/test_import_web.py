"""Feeds over real HTTP: what honest ones give, and what is said of those that lie, drip, flood or break off."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from tests.offer.server import Answer, Handler, Json, feed, page, service, serving
from webapp.offer.importing.pages import read_services
from webapp.offer.importing.web import FeedError, Limits, open_feed

SEVEN = [service(number) for number in range(7)]
QUICK = Limits(size=1_000_000, pages=20, connect=2, silence=0.5, whole=1.5)


def read(answer: Answer, path: str = "/oruk", limits: Limits = QUICK) -> tuple[list[Any], list[str]]:
    """The services that are read from a server, and what it was asked."""
    with serving(answer) as server:
        return list(read_services(open_feed(server.address + path, limits))), server.asked


def complaint(answer: Answer, path: str = "/oruk", limits: Limits = QUICK) -> str:
    with pytest.raises(FeedError) as refused:
        read(answer, path, limits)
    return str(refused.value)


@pytest.mark.parametrize("per_page", [1, 2, 3, 7, 100])
def test_an_honest_feed_is_read_to_the_end(per_page: int) -> None:
    services, asked = read(feed(SEVEN, per_page))
    assert services == SEVEN
    assert asked == [f"/oruk/services?page={n}&per_page=100" for n in range(1, -(-7 // per_page) + 1)]


@pytest.mark.parametrize("path", ["/oruk", "/oruk/", "/oruk/services", "/oruk/services/"])
def test_the_root_or_the_services_may_be_named(path: str) -> None:
    assert len(read(feed(SEVEN), path)[0]) == 7


def test_other_parameters_of_the_address_are_kept() -> None:
    asked = read(feed(SEVEN, 4), "/services?taxonomy_term_id=a%20b&page=9&per_page=1")[1]
    assert asked[1] == "/services?taxonomy_term_id=a+b&page=2&per_page=100"


def test_an_empty_feed_has_no_services() -> None:
    assert read(feed([]))[0] == []


def test_a_plain_list_and_the_first_open_referral_uk_are_read() -> None:
    assert read(lambda handler: handler.send_json(SEVEN))[0] == SEVEN

    def old(handler: Handler) -> None:
        new = page(SEVEN, int(handler.asked_for("page")), 4)
        handler.send_json({
            "totalElements": new["total_items"], "totalPages": new["total_pages"], "number": new["page_number"],
            "size": 4, "first": new["first_page"], "last": new["last_page"], "content": new["contents"],
        })  # fmt: skip

    assert read(old)[0] == SEVEN


def on(number: int, **fields: Any) -> Callable[[Json, int], Json]:
    """Spoils one page."""
    return lambda good, asked: {**good, **fields} if asked == number else good


def without(name: str) -> Callable[[Json, int], Json]:
    return lambda good, _: {key: value for key, value in good.items() if key != name}


LIES: list[tuple[str, Callable[[Json, int], Any], str]] = [
    ("another page", on(2, page_number=1), "page 2 says that it is page 1."),
    ("the first page for ever", lambda good, _: {**page(SEVEN, 1, 2)}, "page 2 says that it is page 1."),
    ("the first services for ever", lambda good, _: {**good, "contents": SEVEN[:2], "size": 2},
     "page 2 repeats service 00000000-0000-4000-8000-000000000000 of page 1."),
    ("a service twice on a page", on(1, contents=[SEVEN[0], SEVEN[0]]),
     "page 1 repeats service 00000000-0000-4000-8000-000000000000 of page 1."),
    ("more pages later", on(3, total_pages=5),
     "page 3 says 7 services on 5 pages; page 1 said 7 on 4."),
    ("more pages each time", lambda good, n: {**good, "total_pages": n + 1, "last_page": False},
     "page 2 says 7 services on 3 pages; page 1 said 7 on 2."),
    ("more services later", on(2, total_items=8), "page 2 says 8 services on 4 pages; page 1 said 7 on 4."),
    ("too many services", lambda good, _: {**good, "total_items": 3},
     "page 2 brings the count to 4 services; the feed says there are 3."),
    ("too few services", lambda good, _: {**good, "total_items": 9},
     "page 4 is the last, and there were 7 services in all; it says 9."),
    ("the end too soon", on(2, last_page=True), "page 2 says that it is the last of 4."),
    ("no end", on(4, last_page=False), "page 4 says that it is not the last of 4."),
    ("a hole", on(2, contents=[], size=0), "page 2 has no services, and is not the last."),
    ("a short page", on(2, contents=[SEVEN[2]]), "page 2 says that it has 2 services, and has 1."),
    ("a long page", on(4, contents=SEVEN[5:]), "page 4 says that it has 1 services, and has 2."),
    ("a million pages", lambda good, _: {**good, "total_pages": 1_000_000, "last_page": False},
     "page 1 says that there are 1000000 pages; 20 at most are read."),
    ("no count", without("total_items"), "page 1 does not say `total_items` as a whole number."),
    ("no pages", without("total_pages"), "page 1 does not say `total_pages` as a whole number."),
    ("a count in words", on(1, total_items="7"), "page 1 does not say `total_items` as a whole number."),
    ("less than nothing", on(1, total_pages=-1), "page 1 does not say `total_pages` as a whole number."),
    ("true is no number", on(1, page_number=True), "page 1 does not say `page_number` as a whole number."),
    ("no list", without("contents"), "page 1 has no list of services (`contents`)."),
    ("a list of something else", on(3, contents=[SEVEN[4], "x"]),
     "page 3 has something at place 2 that is not a service."),
    ("a word", lambda good, _: "hello", "page 1 is neither a page nor a list of services."),
]  # fmt: skip


@pytest.mark.parametrize(("spoil", "words"), [lie[1:] for lie in LIES], ids=[lie[0] for lie in LIES])
def test_a_feed_that_lies_is_refused_and_the_page_named(spoil: Callable[[Json, int], Any], words: str) -> None:
    assert complaint(feed(SEVEN, 2, spoil)) == words


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b'{"contents": [}',
        b"<html>404</html>",
        b"[" * 100_000,
        b"9" * 5000,
        b"\xff\xfe\xff",
        b'{"a": "\x00"}',
    ],
)
def test_broken_json_is_refused_and_the_page_named(body: bytes) -> None:
    assert complaint(lambda handler: handler.send(body)).startswith("page 1 of the feed is not JSON that can be read")


@pytest.mark.parametrize("status", [204, 206, 304, 400, 401, 404, 429, 500])
def test_other_answers_than_200_are_named(status: int) -> None:
    assert complaint(lambda handler: handler.send(b"", status)).endswith(f"per_page=100 answered {status}.")


def test_50_mb_are_not_taken_in() -> None:
    sent = []

    def flood(handler: Handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(200):
            handler.wfile.write(b" " * 1_000_000)
            sent.append(1)

    start = time.perf_counter()
    assert complaint(flood, limits=Limits()).endswith("the feed is larger than 50 MB in all, so we stopped.")
    assert 49 <= len(sent) < 200
    assert time.perf_counter() - start < 20


def test_the_limit_is_for_all_pages_together() -> None:
    big = [service(number, description="x" * 60_000) for number in range(20)]
    with serving(feed(big, 1)) as server, pytest.raises(FeedError, match="larger than 1 MB in all"):
        read_services(open_feed(server.address, QUICK))
    assert 15 <= len(server.asked) < 20


def test_an_answer_that_announces_too_much_is_not_read() -> None:
    assert "larger than 1 MB" in complaint(lambda handler: handler.send(b"[]", Content_Length="60000000"))


def test_a_compressed_answer_is_refused() -> None:
    words = complaint(lambda handler: handler.send(b"x", Content_Encoding="gzip"))
    assert words.endswith("is compressed, though we asked for it plain.")


def test_a_silent_feed_is_given_up() -> None:
    start = time.perf_counter()
    assert complaint(lambda handler: time.sleep(3)).endswith("did not answer to the end (too slow). Try again later.")
    assert time.perf_counter() - start < 2.5


def test_a_dripping_feed_is_given_up() -> None:
    def drip(handler: Handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(40):
            handler.wfile.write(b" ")
            time.sleep(0.1)

    start = time.perf_counter()
    assert complaint(drip).endswith("the feed took longer than 1.5 seconds in all.")
    assert time.perf_counter() - start < 3


def test_an_answer_that_breaks_off_is_refused() -> None:
    words = complaint(lambda handler: handler.send(b'[{"id": 1}', Content_Length="500"))
    assert words.endswith("page=1&per_page=100 did not answer to the end (ProtocolError). Try again later.")


def test_nobody_there() -> None:
    with serving(feed([])) as server:
        address = server.address
    with pytest.raises(FeedError, match=r"did not answer to the end \(ConnectionError\)"):
        read_services(open_feed(address, QUICK))


def moved(times: int, to: str = "") -> Answer:
    honest = feed(SEVEN, 7)

    def answer(handler: Handler) -> None:
        steps = int(handler.asked_for("step") or 0)
        if steps < times:
            handler.send(b"", 302, Location=to or f"/services?step={steps + 1}&page=1")
        else:
            honest(handler)

    return answer


def test_three_redirects_are_followed_and_no_more() -> None:
    assert len(read(moved(3))[0]) == 7
    assert complaint(moved(4)).endswith("the feed sends us on more than 3 times.")
    assert complaint(moved(10**6)).endswith("the feed sends us on more than 3 times.")


def test_the_body_of_a_redirect_is_not_read() -> None:
    sent = []

    def flood(handler: Handler) -> None:
        if handler.asked_for("page") == "1" and not handler.asked_for("step"):
            handler.send(b"", 302, Location="/services?step=1&page=1", Content_Length="60000000")
            for _ in range(60):
                handler.wfile.write(b" " * 1_000_000)
                sent.append(1)
        else:
            feed(SEVEN, 7)(handler)

    assert len(read(flood)[0]) == 7
    assert len(sent) < 30


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://a.example/", "javascript:alert(1)", "http://[", "gopher://x"]
)
def test_a_redirect_stays_on_the_web(to: str) -> None:
    assert "which is not an address on the web" in complaint(moved(9, to))


@pytest.mark.parametrize(
    "address",
    ["ftp://a.example/", "file:///etc/passwd", "http://", "https:///services", "http://[", "gopher://a.example"],
)
def test_only_the_web_is_asked(address: str) -> None:
    with pytest.raises(FeedError, match="is not an address"):
        open_feed(address, QUICK)


def test_a_pass_phrase_in_the_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(FeedError, match="Leave the name and pass phrase out") as refused:
        open_feed("https://me:hunter2@a.example/", QUICK)
    assert "hunter2" not in str(refused.value)
