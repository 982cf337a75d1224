"""What is sent along with a text: a picture, or a document whose words go with it. Each is a part of the message.

```
IMAGE  text ""          data: name, media_type, size, width, height, blob
FILE   text its words   data: name, media_type, size, and pages where it has some
```

``size`` in bytes: of a picture as it is sent, of a document as it was found. ``blob`` names the bytes of the picture,
which the history keeps beside the message and gives out on request, so that a long conversation is read without them.
"""

from __future__ import annotations

from desktop_app.domain.messages import Part, PartKind

LONGEST_SIDE = 2048
"""Pixels; larger pictures are made smaller. The large models look at no more."""
LARGEST_PICTURE = 10 * 2**20
"""Bytes of a picture as it is sent."""
LARGEST_FILE = 50 * 2**20
"""Bytes of a picture or a PDF as it is found."""
LARGEST_TEXT = 2**20
"""Bytes of a text file, and characters of a PDF: a quarter of a million tokens."""
MOST = 20
"""Attachments of one message."""


def image_part(blob: str, name: str, media_type: str, size: int, width: int, height: int) -> Part:
    """``width`` and ``height`` in pixels, as it is sent."""
    data = {"name": name, "media_type": media_type, "size": size, "width": width, "height": height, "blob": blob}
    return Part(PartKind.IMAGE, "", data)


def file_part(text: str, name: str, media_type: str, size: int, pages: int | None = None) -> Part:
    data: dict[str, object] = {"name": name, "media_type": media_type, "size": size}
    return Part(PartKind.FILE, text, data if pages is None else {**data, "pages": pages})


def is_attachment(part: Part) -> bool:
    return part.kind in {PartKind.IMAGE, PartKind.FILE}


def name_of(part: Part) -> str:
    """The name of the file it came from, without its folder; a pasted picture has one like a file's."""
    return str(part.data.get("name", ""))


def blob_of(part: Part) -> str:
    """The name under which the history keeps its bytes; empty where it has none."""
    return str(part.data.get("blob", ""))
