"""What a file is, by its bytes alone, and a picture written anew without what its camera said of the place.

Nothing of a name or a type that a phone tells is believed. No database and no web.
"""

from __future__ import annotations

import io
import threading
from dataclasses import dataclass

from PIL import Image, ImageOps

from .rules import MAX_FILE_BYTES, FileKind

# The phone draws a picture to at most 4 million before it sends it. This takes what a usual camera of a phone makes (12
# to 16 million) as it is, and bounds a look: about 100 MB for each copy of a picture, two at once.
MAX_PIXELS = 24_000_000
# Pictures are opened one at a time in a process. Who waits holds a thread that others need, so nobody waits for long.
PATIENCE_SECONDS = 2.0
# A letter stays easy to read at this; the phone has made the picture small already.
QUALITY = 88
PDF_TAIL = 2048
_STARTS = {FileKind.JPEG: b"\xff\xd8\xff", FileKind.PNG: b"\x89PNG\r\n\x1a\n", FileKind.PDF: b"%PDF-"}

# We look at the size ourselves before anything is unpacked; the library would only warn, to the log.
Image.MAX_IMAGE_PIXELS = None


_turn = threading.Semaphore()


class Busy(Exception):
    """Another picture was being looked at all the while. Nothing is wrong with the file: it can be looked at later."""


class NotTaken(Exception):
    """A file that is not taken: `reason` for the phone (`kind`, `broken`, `pixels`), `sentence` for the person."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.sentence = _SENTENCES[reason]


_SENTENCES = {
    "kind": "We can take pictures and PDF files. This file is something else.",
    "broken": "We could not open this file. It may not be whole. Save it once more, then try again.",
    "pixels": "This picture is too large to open. Make it smaller, then try again.",
}


@dataclass(frozen=True)
class Looked:
    """A file as it is kept. `width` and `height` are a picture's, in pixels, as it is seen."""

    kind: FileKind
    content: bytes
    width: int | None = None
    height: int | None = None


def look(data: bytes) -> Looked:
    """What the file is; a picture is written anew. Raises `NotTaken`, or `Busy` when others were before it."""
    kind = kind_of(data)
    if kind is FileKind.PDF:
        _check_end(data)
        return Looked(kind, data)
    if not _turn.acquire(timeout=PATIENCE_SECONDS):
        raise Busy
    try:
        return _written_anew(data, kind)
    finally:
        _turn.release()


def kind_of(data: bytes) -> FileKind:
    """What the first bytes say. Raises `NotTaken` for anything but the four kinds that we take."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return FileKind.WEBP
    for kind, start in _STARTS.items():
        if data.startswith(start):
            return kind
    raise NotTaken("kind")


def _check_end(data: bytes) -> None:
    """A PDF ends with where its table is and a mark (ISO 32000-1, 7.5.5); what only begins like one does not."""
    tail = data[-PDF_TAIL:]
    if b"startxref" not in tail or b"%%EOF" not in tail:
        raise NotTaken("broken")


def _written_anew(data: bytes, kind: FileKind) -> Looked:
    try:
        if kind is FileKind.WEBP:
            # This library makes room for the whole picture when it opens one: its size is read by hand first.
            _check_size(*_webp_size(data))
        with Image.open(io.BytesIO(data), formats=[kind.value]) as head:
            _check_size(*head.size)
            head.verify()
        with Image.open(io.BytesIO(data), formats=[kind.value]) as picture:
            picture.load()
            clean = _clean(picture, kind)
    except NotTaken:
        raise
    except Exception as error:
        # Bytes that mean harm make a library fail in any way there is; all of them are a broken file.
        raise NotTaken("broken") from error
    return _smallest(clean, kind)


def _clean(picture: Image.Image, kind: FileKind) -> Image.Image:
    """The pixels alone, turned as they are to be seen: nothing else of the file comes along.

    What is not needed any more is closed at once, so that never more than two copies of the pixels are alive.
    """
    ImageOps.exif_transpose(picture, in_place=True)
    mode = "RGBA" if picture.has_transparency_data and kind is not FileKind.JPEG else "RGB"
    if picture.mode != mode:
        converted = picture.convert(mode)
        picture.close()
        picture = converted
    clean = Image.new(mode, picture.size)
    clean.paste(picture)
    picture.close()
    return clean


def _smallest(picture: Image.Image, kind: FileKind) -> Looked:
    """The picture as a file of its kind; as JPEG when that would be too big. Raises `NotTaken` if that is, too."""
    for as_kind in dict.fromkeys((kind, FileKind.JPEG)):
        if as_kind is FileKind.JPEG and picture.mode == "RGBA":
            white = Image.new("RGB", picture.size, "white")
            white.paste(picture, mask=picture)
            picture.close()
            picture = white
        out = io.BytesIO()
        picture.save(out, as_kind.value, **({} if as_kind is FileKind.PNG else {"quality": QUALITY}))
        if out.tell() <= MAX_FILE_BYTES:
            return Looked(as_kind, out.getvalue(), *picture.size)
    raise NotTaken("pixels")


def _check_size(width: int, height: int) -> None:
    if width * height > MAX_PIXELS:
        raise NotTaken("pixels")


def _webp_size(data: bytes) -> tuple[int, int]:
    """Width and height from the header (RFC 9649, sections 2.5 to 2.7). Raises `NotTaken` when it has none."""
    chunk, body = data[12:16], data[20:30]
    if chunk == b"VP8X" and len(body) >= 10:
        return 1 + int.from_bytes(body[4:7], "little"), 1 + int.from_bytes(body[7:10], "little")
    if chunk == b"VP8L" and body[:1] == b"\x2f":
        bits = int.from_bytes(body[1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if chunk == b"VP8 " and body[3:6] == b"\x9d\x01\x2a":
        return int.from_bytes(body[6:8], "little") & 0x3FFF, int.from_bytes(body[8:10], "little") & 0x3FFF
    raise NotTaken("broken")
