"""Files as a phone sends them: made here, announced, and sent piece by piece."""

from __future__ import annotations

import hashlib
import io
import uuid
from dataclasses import dataclass, field
from typing import Any

from PIL import Image

from tests.support.care import Care
from tests.support.crowd import Person

PIECE = 64 * 1024
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\nxref\n0 1\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n"
GPS = {1: "N", 2: (52.0, 40.0, 1.5), 3: "W", 4: (0.0, 43.0, 2.5)}
GPS_TAG, ORIENTATION, MAKE, DESCRIPTION = 0x8825, 0x0112, 0x010F, 0x010E


def picture(kind: str = "jpeg", size: tuple[int, int] = (64, 48), *, exif: bool = False, turn: int = 1) -> bytes:
    """A picture, red at its left and blue at its right; with `exif` it says where and by what it was taken."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    said = Image.Exif()
    if exif:
        said[MAKE], said[DESCRIPTION] = "Zebra phone", "Maya at home"
        said.get_ifd(GPS_TAG).update(GPS)
    said[ORIENTATION] = turn
    out = io.BytesIO()
    image.save(out, kind, exif=said.tobytes())
    return out.getvalue()


def noise(length: int) -> bytes:
    """A PDF of this many bytes that no packing makes smaller."""
    filling = b"".join(hashlib.sha256(str(number).encode()).digest() for number in range(length // 32 + 1))
    return PDF[:9] + filling[: length - len(PDF)] + PDF[9:]


@dataclass
class File:
    """A file on a phone."""

    care: Care
    person: Person
    data: bytes
    name: str = "letter.jpg"
    id: str = field(default_factory=lambda: str(uuid.uuid4()))

    @property
    def url(self) -> str:
        return f"/api/v1/spaces/{self.care.space}/files"

    def begin(self, **changes: Any) -> Any:
        sha256 = hashlib.sha256(self.data).hexdigest()
        body = {"id": self.id, "bytes": len(self.data), "sha256": sha256, "name": self.name} | changes
        return self._client.post(self.url, json=body)

    def piece(self, offset: int, data: bytes) -> Any:
        return self._client.patch(f"{self.url}/{self.id}", data=data, headers={"Upload-Offset": str(offset)})

    def offset(self) -> Any:
        return self._client.get(f"{self.url}/{self.id}/offset")

    def send(self) -> Any:
        """All of it; the last answer."""
        answer = self.begin()
        while answer.status_code == 200 and not answer.json["done"]:
            offset = answer.json["offset"]
            answer = self.piece(offset, self.data[offset : offset + PIECE])
        return answer

    def fetch(self, person: Person | None = None) -> Any:
        return self.care.phone_of(person or self.person).client.get(f"{self.url}/{self.id}")

    def take_away(self) -> Any:
        return self._client.delete(f"{self.url}/{self.id}")

    @property
    def _client(self) -> Any:
        return self.care.phone_of(self.person).client


def taken(care: Care, person: Person, data: bytes, name: str = "letter.jpg") -> File:
    """A file that is here whole."""
    file = File(care, person, data, name)
    answer = file.send()
    assert answer.json == {"offset": answer.json["offset"], "done": True}, answer.json
    return file
