"""What a file is, by its bytes; and pictures written anew without what their camera said."""

from __future__ import annotations

import io
import json
import struct
import subprocess
import sys
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from webapp.messages import looking
from webapp.messages.looking import NotTaken, look
from webapp.messages.rules import FileKind, file_name, with_ending
from webapp.settings import ROOT

from .sending import PDF, noise, picture

# The phone names files by the same rules.
NAMES = json.loads((ROOT / "tests" / "vectors" / "file_names.json").read_text(encoding="utf-8"))
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def png_of(width: int, height: int, pixels: bytes = b"") -> bytes:
    """A PNG that says it is so large, with next to nothing in it."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    parts = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def webp_of(chunk: bytes, body: bytes) -> bytes:
    return b"RIFF" + struct.pack("<I", 22) + b"WEBP" + chunk + struct.pack("<I", 10) + body


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp"])
def test_a_picture_loses_its_place_and_all_that_its_camera_said(kind: str) -> None:
    data = picture(kind, exif=True)
    assert opened(data).getexif().get_ifd(0x8825)
    looked = look(data)
    assert (looked.kind, looked.width, looked.height) == (FileKind(kind), 64, 48)
    kept = opened(looked.content)
    assert dict(kept.getexif()) == {}
    assert not {"exif", "icc_profile", "comment", "xmp", "Description"} & set(kept.info)
    for said in (b"Zebra", b"Maya", b"Exif", b"GPS"):
        assert said not in looked.content


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp"])
def test_other_places_for_words_are_emptied_too(kind: str) -> None:
    from PIL.PngImagePlugin import PngInfo

    text, out = PngInfo(), io.BytesIO()
    text.add_text("Comment", "Zebra street 7")
    ways: dict[str, dict[str, Any]] = {
        "jpeg": {"comment": b"Zebra street 7", "xmp": b"<x>Zebra</x>"},
        "png": {"pnginfo": text},
        "webp": {"xmp": b"<x>Zebra</x>"},
    }
    opened(picture("png")).save(out, kind, icc_profile=b"Zebra profile", **ways[kind])
    assert b"Zebra" in out.getvalue()
    assert b"Zebra" not in look(out.getvalue()).content


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp"])
def test_a_picture_stands_the_right_way_up(kind: str) -> None:
    looked = look(picture(kind, turn=6))
    assert (looked.width, looked.height) == (48, 64)
    red, _green, blue = opened(looked.content).convert("RGB").getpixel((24, 5))  # type: ignore[misc]
    assert red > 200
    assert blue < 60


def test_what_can_be_seen_through_stays_so() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (8, 8), (255, 0, 0, 0)).save(out, "png")
    assert opened(look(out.getvalue()).content).convert("RGBA").getpixel((1, 1))[3] == 0  # type: ignore[index]


@pytest.mark.parametrize("mode", ["L", "CMYK", "P", "1", "LA", "I;16"])
def test_pictures_of_other_colours_are_taken(mode: str) -> None:
    out = io.BytesIO()
    Image.new(mode, (8, 8)).save(out, "jpeg" if mode == "CMYK" else "png")
    assert look(out.getvalue()).width == 8


def test_a_pdf_is_kept_as_it_is() -> None:
    looked = look(PDF)
    assert (looked.kind, looked.content, looked.width, looked.height) == (FileKind.PDF, PDF, None, None)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"x",
        SVG,
        b"<!doctype html><script>alert(1)</script>",
        b"GIF89a" + b"\0" * 40,
        b"PK\x03\x04" + b"\0" * 40,
        b"\0\0\0\x18ftypheic" + b"\0" * 40,
        b"MZ" + b"\0" * 40,
        b" %PDF-1.7",
        b"RIFF\0\0\0\0WAVE",
        b"plain words",
    ],
)
def test_anything_else_is_not_taken(data: bytes) -> None:
    with pytest.raises(NotTaken) as refusal:
        look(data)
    assert refusal.value.reason == "kind"
    assert refusal.value.sentence == "We can take pictures and PDF files. This file is something else."


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 <html><script>alert(1)</script>",
        PDF[:-20],
        b"%PDF-1.7\n%%EOF",
        picture("jpeg")[:300],
        picture("png")[:-30],
        picture("webp")[:60],
        b"\xff\xd8\xff" + SVG,
        b"\x89PNG\r\n\x1a\n" + SVG,
        b"RIFF\0\0\0\0WEBPVP8 " + SVG,
        b"RIFF\0\0\0\0WEBPZEBR" + SVG,
        b"RIFF\0\0\0\0WEBP",
    ],
)
def test_what_is_not_whole_or_only_begins_like_a_file_is_not_taken(data: bytes) -> None:
    with pytest.raises(NotTaken) as refusal:
        look(data)
    assert refusal.value.reason == "broken"


@pytest.mark.parametrize(
    "data",
    [
        png_of(20_000, 20_000, b"\0" * 5000),
        png_of(24_000_001, 1),
        webp_of(b"VP8X", b"\0\0\0\0" + (16_382).to_bytes(3, "little") * 2),
        webp_of(b"VP8L", b"\x2f" + (16_382 | 16_382 << 14).to_bytes(4, "little") + b"\0" * 5),
        webp_of(b"VP8 ", b"\0\0\0\x9d\x01\x2a" + (16_383).to_bytes(2, "little") * 2),
    ],
)
def test_a_picture_bomb_is_refused_before_it_is_unpacked(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image.Image, "load", lambda _self: pytest.fail("it was unpacked"))
    with pytest.raises(NotTaken) as refusal:
        look(data)
    assert refusal.value.reason == "pixels"


@pytest.mark.parametrize("lossless", [True, False])
def test_the_size_of_a_webp_is_read_from_its_header(lossless: bool) -> None:
    for size in ((1, 1), (64, 48), (300, 7)):
        for mode in ("RGB", "RGBA"):
            out = io.BytesIO()
            Image.new(mode, size).save(out, "webp", lossless=lossless)
            assert looking._webp_size(out.getvalue()) == size


def test_a_picture_that_grows_too_big_becomes_a_jpeg(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.BytesIO()
    Image.effect_noise((200, 200), 90).convert("RGBA").save(out, "png")
    monkeypatch.setattr(looking, "MAX_FILE_BYTES", 35_000)
    looked = look(out.getvalue())
    assert looked.kind is FileKind.JPEG
    assert len(looked.content) <= 35_000
    monkeypatch.setattr(looking, "MAX_FILE_BYTES", 3_000)
    with pytest.raises(NotTaken, match="pixels"):
        look(out.getvalue())


def test_the_first_picture_of_a_moving_one_is_kept() -> None:
    out = io.BytesIO()
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    frames[0].save(out, "webp", save_all=True, append_images=frames[1:])
    kept = opened(look(out.getvalue()).content)
    assert getattr(kept, "n_frames", 1) == 1


@pytest.mark.parametrize("case", NAMES["names"])
def test_a_name_has_no_folders_and_no_tricks(case: dict[str, str]) -> None:
    assert file_name(case["told"]) == case["kept"]


@pytest.mark.parametrize("case", NAMES["endings"])
def test_a_name_ends_as_the_bytes_say(case: dict[str, str]) -> None:
    assert with_ending(case["name"], FileKind(case["kind"])) == case["kept"]


def test_noise_is_what_it_says() -> None:
    assert len(noise(100_000)) == 100_000
    assert look(noise(100_000)).kind is FileKind.PDF


# In a process of its own: how much the most memory grew, in copies of the picture. VmHWM is that process's alone, while
# what `getrusage` says is taken over from who started it.
GROWTH = """
import io, re, sys
from pathlib import Path
from PIL import Image
from webapp.messages.looking import look

def most():
    return int(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1]) * 1024

kind, size = sys.argv[1], (4000, 5000)
def small(size):
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("L" if kind == "grey" else "RGB" if kind == "jpeg" else "RGBA", size).save(
        out, "png" if kind == "grey" else kind, exif=exif
    )
    return out.getvalue()

look(small((64, 48)))
data = Path(sys.argv[2])
if not data.exists():
    data.write_bytes(small(size))
else:
    before = most()
    look(data.read_bytes())
    print((most() - before) / (size[0] * size[1] * 4))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says how much memory a process had at most")
@pytest.mark.parametrize("kind", ["png", "grey", "jpeg"])
def test_a_small_file_of_a_large_picture_takes_two_copies_at_most(kind: str, tmp_path: Path) -> None:
    command = [sys.executable, "-c", GROWTH, kind, str(tmp_path / "large")]
    for _ in ("written", "looked at"):
        told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert float(told) < 2.5


def test_one_picture_is_looked_at_at_a_time_and_the_next_does_not_wait_for_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(looking, "PATIENCE_SECONDS", 0.01)
    asked: list[str] = []

    def meanwhile(_data: bytes, _kind: FileKind) -> looking.Looked:
        with pytest.raises(looking.Busy), ThreadPoolExecutor() as pool:
            pool.submit(look, picture("png")).result()
        assert look(PDF).kind is FileKind.PDF
        asked.append("busy")
        raise NotTaken("broken")

    with monkeypatch.context() as patch:
        patch.setattr(looking, "_written_anew", meanwhile)
        with pytest.raises(NotTaken):
            look(picture("png"))
    assert asked == ["busy"]
    assert look(picture("png")).kind is FileKind.PNG
