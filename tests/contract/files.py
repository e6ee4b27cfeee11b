"""A file of Maya's for the matrix: one that she has sent, and one that she has not."""

from __future__ import annotations

import hashlib
import uuid
from typing import Any

from .cast import OWNER, Cast

PDF = b"%PDF-1.7\nstartxref\n9\n%%EOF\n"


def new_file(_cast: Cast, _role: str) -> dict[str, Any]:
    """An announcement."""
    return {"id": str(uuid.uuid4()), "bytes": len(PDF), "sha256": hashlib.sha256(PDF).hexdigest(), "name": "form.pdf"}


def own_file(cast: Cast) -> str:
    """The address of a file that went with no message yet."""
    told, url, client = new_file(cast, OWNER), f"/api/v1/spaces/{cast.space}/files", cast.phones[OWNER].client
    client.post(url, json=told)
    address = f"{url}/{told['id']}"
    assert client.patch(address, data=PDF, headers={"Upload-Offset": "0"}).get_json()["done"]
    return address


def sent_file(cast: Cast) -> str:
    """The address of a file that went with a message."""
    address = own_file(cast)
    message = {
        "id": str(uuid.uuid4()),
        "space": str(cast.space),
        "kind": "message.send",
        "made_at": "2026-11-20T09:00:00.000Z",
        "body": {"body": "", "files": [address.rpartition("/")[2]]},
    }
    asked = {"account": str(cast.people[OWNER].id), "operations": [message]}
    answer = cast.phones[OWNER].client.post("/api/v1/sync", json=asked).get_json()
    assert answer["outcomes"][0]["outcome"] == "applied"
    return address
