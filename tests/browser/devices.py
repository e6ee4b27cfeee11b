"""What the tests' browser is, and the screens of the devices that it plays."""

from __future__ import annotations

import shutil
from collections.abc import Callable

from playwright.sync_api import BrowserContext, ViewportSize

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
# Of this switch the last one counts, so it says again what Playwright switches off and these tests would notice. New is
# the window that offers addresses while one types: made anew for each device, it took half a second of a processor.
_OFF = (
    "AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsFirstBalancedModeAutoEnable,HttpsUpgrades,"
    "MediaRouter,NetworkTimeServiceQuerying,OptimizationHints,PaintHolding,ThirdPartyStoragePartitioning,"
    "WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,WebUIOmniboxPopup"
)
ARGUMENTS = [
    f"--disable-features={_OFF}",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
    "--disable-gpu",
]
PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1280, "height": 800}

NewDevice = Callable[..., BrowserContext]
