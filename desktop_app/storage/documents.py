"""Files that a person attaches: what kind each is, told by its content, and the words of those that have some.

All of it reads the disk, so it is called in a thread.
"""

from __future__ import annotations

import codecs
import locale
import stat
from collections.abc import Callable
from pathlib import Path

from desktop_app.domain.attachments import LARGEST_FILE, LARGEST_TEXT, file_part
from desktop_app.domain.errors import FileNotTaken, FileTooLarge, FileUnreadable
from desktop_app.domain.messages import Part
from desktop_app.storage.pdf_text import pdf_text

_HEAD = 8192
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"\0\0\1\0", b"icns")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Signs that stand in no text: all below the blank but tab, line and page breaks, backspace and escape.
_NOT_IN_TEXT = bytes(set(range(32)) - {7, 8, 9, 10, 12, 13, 27})


def picture_in(path: Path) -> bytes | None:
    """The content of the file where it is a picture, and None where it is something else.

    Raises FileUnreadable, and FileTooLarge for a picture of more than ``LARGEST_FILE`` bytes.
    """
    try:
        if not _is_picture(_head(path)):
            return None
        _check_size(path, LARGEST_FILE)
        return path.read_bytes()
    except OSError as error:
        raise FileUnreadable("This file cannot be read.", path.name) from error


def read_document(path: Path, is_dropped: Callable[[], bool] = lambda: False) -> Part:
    """A text file or a PDF as a part of a message.

    Raises an AttachmentError for any other, and ``pdf_text.Dropped``.
    """
    try:
        if _head(path)[:1024].find(b"%PDF-") >= 0:
            size = _check_size(path, LARGEST_FILE)
            text, pages = pdf_text(path, is_dropped)
            return file_part(text, path.name, "application/pdf", size, pages)
        size = _check_size(path, LARGEST_TEXT, only_text=_head(path))
        return file_part(_text(path), path.name, "text/plain", size)
    except OSError as error:
        raise FileUnreadable("This file cannot be read.", path.name) from error


def decoded(content: bytes) -> str | None:
    """Text of an encoding that its first bytes name, else UTF-8, else the system's own, else Windows'; lines end in LF.

    None where it is no text. What no encoding explains is replaced sign by sign.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _lines(content.decode(encoding, "replace"))
    if _is_binary(content):
        wide = _wide_encoding(content)
        return _lines(content.decode(wide, "replace")) if wide else None
    for encoding in ("utf-8", locale.getpreferredencoding(False), "cp1252"):
        try:
            return _lines(content.decode(encoding))
        except (UnicodeDecodeError, LookupError):
            continue
    return _lines(content.decode("utf-8", "replace"))


def _text(path: Path) -> str:
    text = decoded(path.read_bytes())
    if text is None:
        raise FileNotTaken("Only pictures, texts and PDFs can be attached.", path.name)
    return text


def _head(path: Path) -> bytes:
    if not stat.S_ISREG(path.stat().st_mode):  # a folder, or a pipe that would be waited for
        raise FileNotTaken("Only files can be attached.", path.name)
    with path.open("rb") as file:
        return file.read(_HEAD)


def _check_size(path: Path, most: int, *, only_text: bytes = b"") -> int:
    """The size in bytes. ``only_text``: how a file begins that may be too large and no text besides."""
    size = path.stat().st_size
    if only_text and decoded(only_text) is None:
        raise FileNotTaken("Only pictures, texts and PDFs can be attached.", path.name)
    if size > most:
        raise FileTooLarge(f"Only files up to {most // 2**20} MB can be attached.", path.name)
    return size


def _is_picture(head: bytes) -> bool:
    webp = head[:4] == b"RIFF" and head[8:12] == b"WEBP"
    modern = head[4:8] == b"ftyp" and head[8:12] in {b"avif", b"heic", b"heix", b"mif1"}
    return webp or modern or (head.startswith(_PICTURES) and _is_binary(head))


def _is_binary(content: bytes) -> bool:
    return len(content[:_HEAD].translate(None, _NOT_IN_TEXT)) < len(content[:_HEAD])


def _wide_encoding(content: bytes) -> str | None:
    """UTF-16 without a mark, as Windows' own tools write it: every other byte of what is mostly Latin is 0."""
    head = content[: _HEAD - _HEAD % 2]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if len(head) < 4 or _is_binary(head.replace(b"\0", b"")):
        return None
    if odd > 0.4 * len(head) / 2 and not even:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * len(head) / 2 and not odd else None


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
