"""Which encoding a text is in, told by its bytes."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO

BYTE_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CHUNK = 1_000_000
GUESSED_FROM = 20_000
NOT_WINDOWS = b"\x81\x8d\x8f\x90\x9d"  # the five bytes that mean nothing in Windows Western
CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1a\x1b\x1f"))


def looks_like_text(data: bytes) -> bool:
    """Whether there are as few control characters as text has, once UTF-16 is allowed for."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _wide(data):
        return True
    sample = data[:100_000]
    return len(sample.translate(None, CONTROLS)) > 0.98 * len(sample)


def decoded(data: bytes, encoding: str) -> str:
    """Text without its zero bytes; what cannot be read is a replacement character."""
    return data.decode(encoding, errors="replace").replace("\x00", "")


def encoding_of(file: BinaryIO) -> str:
    """By its byte mark, else unmarked UTF-16, UTF-8, Windows Western, else the likeliest. Reads to the end, in flat memory.

    A letter that is not ASCII may stand at the very end, so the beginning is not enough to tell by.
    """
    file.seek(0)
    beginning = file.read(4000)
    for mark, encoding in BYTE_MARKS:
        if beginning.startswith(mark):
            return encoding
    if wide := _wide(beginning):
        return wide
    return "utf-8" if _mostly_utf8(_chunks(file)) else _narrow(_chunks(file))


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    file.seek(0)
    while chunk := file.read(CHUNK):
        yield chunk


def _mostly_utf8(chunks: Iterator[bytes]) -> bool:
    """Whether nearly all that is not ASCII is UTF-8: a letter or two may have been pasted in from elsewhere."""
    decode = codecs.getincrementaldecoder("utf-8")(errors="replace").decode
    broken = whole = 0
    for chunk in chunks:
        if chunk.isascii():
            continue
        text = decode(chunk)
        broken += text.count("\ufffd")
        whole += len(text) - len(text.encode("ascii", "ignore"))
    return broken == 0 or broken * 10 < whole


def _narrow(chunks: Iterator[bytes]) -> str:
    for chunk in chunks:
        if len(chunk.translate(None, NOT_WINDOWS)) < len(chunk):
            from charset_normalizer import from_bytes

            best = from_bytes(chunk[:GUESSED_FROM]).best()
            return best.encoding if best else "latin-1"
    return "cp1252"


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte mark, seen by a zero in every other byte."""
    sample = data[:4000]
    if len(sample) < 4:
        return None
    half = len(sample) // 2
    if sample[1::2].count(0) > 0.6 * half and sample[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[::2].count(0) > 0.6 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None
