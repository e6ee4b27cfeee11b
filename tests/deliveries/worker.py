"""A worker of the kill test, in a process of its own: `python -m tests.deliveries.worker FOLDER URL ORIGIN`.

It works on the real code and the real tables, with a lease of seconds, until it is killed.
"""

from __future__ import annotations

import dataclasses
import logging
import sys
import time
from datetime import timedelta
from pathlib import Path

from tests.conftest import make_settings
from webapp import create_app
from webapp.deliveries import rules, sending
from webapp.settings import Sending

LEASE = timedelta(seconds=3)


def main() -> None:
    """Send whatever is due, again and again."""
    folder, url, origin = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    rules.LEASE = LEASE
    sending.TRY_WITHIN = 2.0
    # Small pieces, so that a kill cuts something off at every place.
    sending.BATCH = 60
    settings = make_settings(folder, url)
    settings = dataclasses.replace(
        settings,
        secret_key=b"k" * 32,
        vapid_key_file=folder / "secrets" / "vapid.pem",
        sending=Sending(push_test_origin=origin),
    )
    app = create_app(settings)
    app.logger.setLevel(logging.ERROR)
    with app.app_context():
        while True:
            sending.send_due(app)
            time.sleep(0.1)


if __name__ == "__main__":
    main()
