"""What a phone keeps: looked at, and changed, behind the back of the app."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

_WAIT = """const wait = (asked) => new Promise((done, fail) => {
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });"""
_OF_ACCOUNT = f"""async () => {{
  {_WAIT}
  const names = (await indexedDB.databases()).map(({{ name }}) => name);
  const db = await wait(indexedDB.open(names.find((one) => one.startsWith("footing-") && one !== "footing-device")));
  try {{
    return await (%s)(db, wait);
  }} finally {{
    db.close();
  }}
}}"""
_EVERYTHING = f"""async () => {{
  {_WAIT}
  const all = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), location.href];
  for (const {{ name }} of await indexedDB.databases()) {{
    const db = await wait(indexedDB.open(name));
    for (const store of db.objectStoreNames)
      all.push(name, store, JSON.stringify(await wait(db.transaction(store).objectStore(store).getAll())));
    db.close();
  }}
  return all.join();
}}"""
_ANSWERS = """async () => {
  const all = [];
  for (const name of await caches.keys())
    for (const answer of await (await caches.open(name)).matchAll()) all.push(await answer.clone().text());
  return all.join();
}"""
_BUSY = f"""async (seconds) => {{
  {_WAIT}
  const db = await wait(indexedDB.open("footing-device"));
  const end = Date.now() + 1000 * seconds;
  const state = db.transaction("state", "readwrite").objectStore("state");
  const goOn = () => {{
    if (Date.now() < end) state.get("device").onsuccess = goOn;
    else db.close();
  }};
  goOn();
}}"""


def of_account(page: Page, work: str) -> Any:
    """What a script `async (db, wait) => …` gives, run on the database of the account that the phone is signed in to.

    `wait` waits for one of its requests.
    """
    return page.evaluate(_OF_ACCOUNT % work)


def everything(page: Page) -> str:
    """All that is in the databases and the stores of the page, and its address."""
    kept: str = page.evaluate(_EVERYTHING)
    return kept


def answers(page: Page) -> str:
    """The words of all answers in the phone's caches."""
    kept: str = page.evaluate(_ANSWERS)
    return kept


def keep_busy(page: Page, seconds: float) -> None:
    """Let nobody read or write what the device knows, as on a slow phone that does much at once."""
    page.evaluate(_BUSY, seconds)
