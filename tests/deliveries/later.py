"""The worker's round at a later time."""

from __future__ import annotations

from datetime import timedelta

from webapp.core import clock

from .sent import Post


def in_an_hour(post: Post) -> int:
    """One hour from now."""
    with clock.fixed(clock.now() + timedelta(hours=1)):
        return post.send()
