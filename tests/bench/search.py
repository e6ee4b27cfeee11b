"""How long the search keeps a slow phone busy: making its index slice by slice, and looking up letter by letter."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from tests.browser.devices import ARGUMENTS, CHROMIUM
from webapp.content.bundles import bundle
from webapp.content.library import open_library
from webapp.settings import ROOT

from .check import SLOWER, STATIC, TARGETS

# Plain words, other names, typos, and what is nowhere.
TYPED = ("flat", "setting up home mony", "leaving care grant", "univercity bursery", "counsil tax", "care", "xqzwv")
_ENTRY = """
export { buildIndex } from "./src/features/search/search-index";
export { find } from "./src/features/search/find";
"""
_MEASURE = """
async ([bundle, typed]) => {
  const slices = [];
  let began = performance.now();
  const slice = async () => {
    slices.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve));
    began = performance.now();
  };
  const index = await search.buildIndex(bundle, slice);
  const looks = [];
  for (const words of typed) {
    for (let letters = 1; letters <= words.length; letters++) {
      began = performance.now();
      search.find(words.slice(0, letters), index);
      looks.push(performance.now() - began);
    }
  }
  looks.sort((a, b) => a - b);
  const longest = Math.max(...slices);
  const whole = slices.reduce((sum, one) => sum + one, 0);
  return { whole, slice: longest, median: looks[Math.floor(looks.length / 2)], look: looks[looks.length - 1] };
}
"""


@dataclass(frozen=True)
class SearchTimes:
    """Milliseconds on the slow phone: the whole index, its longest slice, a usual look-up and the longest."""

    whole: float
    slice: float
    median: float
    look: float


def search_times(council: str = "merton") -> SearchTimes:
    """Measure in Chromium with a slowed processor, on the content of a council."""
    content = json.loads(bundle(open_library(ROOT / "content").council(council), "en", draft=False)[1])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*ARGUMENTS, "--no-sandbox"])
        page = browser.new_page()
        page.add_script_tag(content=_script())
        session = page.context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        found: dict[str, Any] = page.evaluate(_MEASURE, [content, list(TYPED)])
        browser.close()
    return SearchTimes(**found)


def _script() -> str:
    """The search as the app's build makes it, alone in one script."""
    command = [
        str(Path("node_modules") / ".bin" / "esbuild"),
        "--bundle",
        "--minify",
        "--loader=ts",
        "--format=iife",
        "--global-name=search",
        "--define:LANGUAGES={}",
        f"--target={','.join(TARGETS)}",
    ]
    done = subprocess.run(command, cwd=STATIC, input=_ENTRY, capture_output=True, check=True, text=True)
    return done.stdout
