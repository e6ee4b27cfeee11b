"""The ids of the feed: a UUIDv5 of what a thing is, so that one entry keeps one id on every server and at every start.

The namespace is the UUIDv5 of `urn:footing:oruk` under the URL namespace of RFC 9562. The names in it are listed in
docs/running/standard-feed.md; a name, once published, stays.
"""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

NAMESPACE = uuid5(NAMESPACE_URL, "urn:footing:oruk")


def feed_id(*name: str) -> str:
    """The id of what `name` says: the kind first, then what tells it from others of that kind."""
    return str(uuid5(NAMESPACE, "/".join(name)))
