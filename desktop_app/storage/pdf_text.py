"""The words of a PDF, by pypdf: pure Python, BSD, the same on every system. This is its one door.

It comes in with the first PDF, in the thread that reads it: the import alone takes a third of a second.
"""

from __future__ import annotations

import logging
import struct
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.domain.attachments import LARGEST_TEXT
from desktop_app.domain.errors import FileTooLarge, PdfBroken, PdfLocked, PdfWithoutText

# What a file that was cut off or made up brings forth in a parser of such a format, besides its own errors.
_DAMAGE = (
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


class Dropped(Exception):
    """Nobody wants it any more."""


def pdf_text(path: Path, is_dropped: Callable[[], bool]) -> tuple[str, int]:
    """Its words, a blank line between pages, and how many pages it has.

    Raises PdfLocked, PdfBroken, PdfWithoutText, FileTooLarge; OSError; and Dropped where ``is_dropped`` says so between
    two pages.
    """
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells the log of every oddity, in words of the file
    with _trouble_told(path.name):
        reader = PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise PdfLocked("This PDF opens with a password only.", path.name)
        pages: list[str] = []
        length = 0
        for page in reader.pages:
            if is_dropped():
                raise Dropped
            pages.append(page.extract_text().strip())
            length += len(pages[-1])
            if length > LARGEST_TEXT:
                raise FileTooLarge("This PDF has more text than can be sent.", path.name)
    text = "\n\n".join(page for page in pages if page)
    if not any(map(str.isalnum, text)):
        raise PdfWithoutText("This PDF has no text in it.", path.name)
    return text, len(pages)


@contextmanager
def _trouble_told(name: str) -> Iterator[None]:
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

    try:
        yield
    except (DependencyError, FileNotDecryptedError, NotImplementedError) as error:  # a lock of a kind it cannot open
        raise PdfLocked("This PDF is locked.", name) from error
    except (PyPdfError, *_DAMAGE) as error:
        raise PdfBroken("This PDF cannot be read.", name) from error
