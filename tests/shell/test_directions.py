"""Half of our languages are read from right to left: styles say start and end, never left and right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from webapp.settings import ROOT

STATIC = ROOT / "static"
_SIDES = r"(?:left|right)"
_BOX = r"(?:margin|padding|border|inset|scroll-margin|scroll-padding)"
# What a style must not say, and what it says instead.
BANNED = {
    rf"(?<![\w-]){_BOX}-{_SIDES}(?:-\w+)?\s*:": "…-inline-start or …-inline-end",
    rf"(?<![\w-])border-(?:top|bottom)-{_SIDES}-radius\s*:": "border-start-start-radius and its like",
    rf"(?<![\w-]){_SIDES}\s*:": "inset-inline-start or inset-inline-end",
    rf"(?<![\w-])(?:text-align|float|clear|justify-\w+)\s*:\s*{_SIDES}\b": "start or end",
    rf"(?<![\w-])(?:(?:background|object)-position|transform-origin)\s*:[^;]*\b{_SIDES}\b": "center",
    rf"\bto\s+{_SIDES}\b": "a gradient that runs down, or a rule for rtl",
    r"\btranslateX\(": "inset-inline-start, or a rule for rtl",
    r"(?<![\w-])direction\s*:": "dir on the element",
}
_SHORTHAND = re.compile(r"(?<![\w-])(?:margin|padding|inset|border-(?:width|style|color|radius))\s*:\s*([^;{}]+)")
_IN_SCRIPT = re.compile(
    rf"\b(?:margin|padding|border|inset)(?:Left|Right)\b|\btextAlign\s*[:=]\s*[\"']{_SIDES}|\.style\.{_SIDES}\b"
)
_STYLE = re.compile(r"style=(?:\"([^\"]*)\"|\{\{(.*?)\}\})", re.DOTALL)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# These point somewhere, so they turn with the page; all other drawings are the same in every language.
_POINTING = re.compile(r"<Icon name=\"(?:next|back)\"(?! turns)|<Icon name=\"(?!next\"|back\")\w+\" turns")


def sided(style: str) -> Iterator[str]:
    """What is left or right in a style, with what to write instead."""
    bare = _COMMENT.sub("", style)
    for pattern, instead in BANNED.items():
        for found in re.finditer(pattern, bare):
            yield f"{found[0].strip()} → {instead}"
    for found in _SHORTHAND.finditer(bare):
        # Top, right, bottom, left; a radius starts in the corner at the top left.
        parts = re.findall(r"(?:[^\s()]|\([^()]*(?:\([^()]*\)[^()]*)*\))+", found[1])
        if len(parts) == 4 and parts[1] != parts[3]:
            yield f"{found[0].strip()} → an -inline shorthand"


def styles_of(path: Path) -> Iterator[str]:
    """The styles of a file: a style sheet is one, a script or a page has them inside."""
    text = path.read_text("utf-8")
    if path.suffix == ".css":
        yield text
        return
    for found in _STYLE.finditer(text):
        yield found[1] or found[2]
    yield from re.findall(r"<style[^>]*>(.*?)</style>", text, re.DOTALL)


def files(*endings: str) -> list[Path]:
    folders = (STATIC / "src", STATIC / "public", ROOT / "webapp" / "templates")
    return sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in endings)


@pytest.mark.parametrize("path", files(".css", ".tsx", ".html"), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_style_says_left_or_right(path: Path) -> None:
    assert [what for style in styles_of(path) for what in sided(style)] == []
    assert [found[0] for found in _IN_SCRIPT.finditer(path.read_text("utf-8"))] == []


def test_drawings_that_point_turn_with_the_page_and_no_others() -> None:
    wrong = [f"{path.name}: {found}" for path in files(".tsx") for found in _POINTING.findall(path.read_text("utf-8"))]
    assert wrong == []


@pytest.mark.parametrize(
    "style",
    [
        "margin-left: 1px", "a{padding-right:0}", "text-align: left", "float:right", "left: 0", "a { right: 1rem }",
        "border-left: 1px solid", "border-top-left-radius: 4px", "padding: 1px 2px 3px 4px", "scroll-margin-left: 1px",
        "background: linear-gradient(to right, red, blue)", "transform: translateX(4px)", "direction: rtl",
        "margin: 0 min(1rem, 5vw) 0 0", "inset: 0 auto 0 0", "border-radius: 1px 2px 1px 1px",
    ],
)  # fmt: skip
def test_each_way_to_say_it_is_found(style: str) -> None:
    assert list(sided(style)) != []


@pytest.mark.parametrize(
    "style",
    [
        "margin-inline-start: 1px", "text-align: start", "/* left: 0 */", "padding: 1px 2px 1px 2px", "inset: 0",
        "grid-area: left", "padding: max(1px, env(safe-area-inset-left)) 2px", ".left { color: red }",
        "margin: 0 min(1rem, 5vw) 0 min(1rem, 5vw)", "flex-direction: row",
    ],
)  # fmt: skip
def test_nothing_else_is(style: str) -> None:
    assert list(sided(style)) == []
