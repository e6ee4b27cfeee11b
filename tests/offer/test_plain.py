"""Text of feeds becomes plain: no tags, no links that run, no letters that hide."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from webapp.offer.importing.plain import line, paragraphs, shortened


@pytest.mark.parametrize(
    ("given_text", "plain"),
    [
        ("Just words.", "Just words."),
        ("<p>One</p><p>two</p>", "One two"),
        ("<b>Bo</b>ld &amp; &pound;5 &nbsp; here", "Bold & £5 here"),
        ("a<br>b<br/>c", "a b c"),
        ("<ul><li>tea<li>cake</ul>", "tea cake"),
        ("Before<script>alert('<p>')</script>After", "BeforeAfter"),
        ("Before<STYLE type=x>p { color: red }</Style > after", "Before after"),
        ('<a href="javascript:alert(1)">Ask us</a>', "Ask us"),
        ("Ask [us](javascript:alert(1)) now", "Ask us now"),
        ("Ask [us](https://a.example/x_(y)) now", "Ask us now"),
        ("See ![a picture](https://a.example/p.png)", "See a picture"),
        ("Go to javascript:alert(1) or JavaScript:x() now", "Go to or now"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;Hello", "Hello"),
        ("&amp;lt;img src=x onerror=alert(1)&amp;gt;Hello", "Hello"),
        ("<<b>script>x", ""),
        ("<p title='a>b'>shown</p>", "b'>shown"),
        ("a</>b<//c>d", "abd"),
        ("under 5 < 6 and a&b", "under 5 < 6 and a&b"),
        ("not closed <a href='x", "not closed a href='x"),
        ("null\x00byte and \x1b[31mred", "nullbyte and [31mred"),
        ("turned \u202eround", "turned round"),
        ("<\x1b?php x>and <[b](y)>c", "and c"),
        ("java\x00script:alert(1) x", "x"),
        ("half \ud800 a pair", "half a pair"),
        ("<!-- hidden -->shown<!DOCTYPE x><?php echo 1 ?>", "shown"),
        ("   \r\n\r\n ", ""),
    ],
)
def test_one_plain_line(given_text: str, plain: str) -> None:
    assert line(given_text) == plain


def test_paragraphs_stay_apart() -> None:
    assert paragraphs("One.\n\nTwo\nlines.\r\n\r\n<p>Three.</p>") == (["One.", "Two lines.", "Three."], True)
    assert paragraphs("One.\r\n\r\nTwo.") == (["One.", "Two."], False)


PIECES = st.sampled_from([
    "<", ">", "&lt;", "&amp;", "lt;", "script", "a href='", "javascript:", "[x](", ")", "\n\n", "&#60;", "<!--", "-->",
    "<![CDATA[", "</", "'", '"', " ", "word", "\ud800", "\u202e", "&",
])  # fmt: skip


@given(st.lists(PIECES | st.text(max_size=4), max_size=40).map("".join))
@example("&" + "amp;" * 9 + "lt;b>")
def test_nothing_that_runs_is_left(text: str) -> None:
    plain = line(text)
    assert not re.search(r"<[a-zA-Z/!?]", plain)
    assert not re.search(r"\bjavascript:", plain, re.IGNORECASE)
    assert "\n" not in plain
    plain.encode()


@pytest.mark.parametrize("unit", ["<", "<a", "<!--", "[x](", "&lt;", "<p><script>", "](", "<a b='", "()[", "&#"])
def test_hostile_text_takes_no_time(unit: str) -> None:
    start = time.perf_counter()
    line((unit * 20_000)[:20_000])
    assert time.perf_counter() - start < 2


def test_shortened_keeps_whole_sentences() -> None:
    text = "One is short. Two is short! Is three? Four."
    assert shortened(text, 100) == text
    assert shortened(text, 30) == "One is short. Two is short!"
    assert shortened(text, 13) == "One is short."
    assert shortened(text, 12) is None
