"""What was begun and not sent: a text and what is to go with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.domain.attachments import blob_of
from desktop_app.domain.messages import Part


@dataclass(frozen=True, slots=True)
class Draft:
    """``parts`` are attachments (``domain.attachments``); the text stands apart, since it still changes."""

    text: str = ""
    parts: tuple[Part, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything that would be missed."""
        return bool(self.text.strip() or self.parts)

    def blobs(self) -> Iterator[str]:
        """The blobs that its parts name, each once."""
        yield from dict.fromkeys(blob for part in self.parts if (blob := blob_of(part)))
