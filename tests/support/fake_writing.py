"""The composer as the presenters of drafts and attachments see it: a box made of a string and a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop_app.domain.errors import PictureBroken
from desktop_app.domain.messages import Part
from desktop_app.domain.prompts import SavedPrompt
from desktop_app.presenters.views import EncodedPicture


class FakeWriting:
    """``type`` is a hand at the box; what it changed is told when the box is settled, as a timer would."""

    def __init__(self) -> None:
        self.text = ""
        self.parts: list[Part] = []
        self.shown: dict[int, Part] = {}
        self.dropped: list[int] = []
        self.thumbnails: dict[object, object] = {}
        self.prompts: list[SavedPrompt] = []
        self.asked: list[str] = []
        self.on_change: Callable[[str, Sequence[Part]], None] = lambda _text, _parts: None
        self._changed = False

    def type(self, text: str, *parts: Part) -> None:
        self.text, self.parts = text, list(parts)
        self._changed = True

    def settle_draft(self) -> None:
        if self._changed:
            self._changed = False
            self.on_change(self.text, tuple(self.parts))

    def begin_draft(self) -> None:
        self.text, self.parts, self._changed = "", [], False

    def restore_draft(self, text: str, parts: Sequence[Part]) -> None:
        self._changed = bool(self.text)
        self.text, self.parts = text + self.text, [*parts, *self.parts]

    def show_attachment(self, number: int, part: Part, thumbnail: object | None) -> None:
        self.shown[number] = part
        self.thumbnails[number] = thumbnail

    def drop_attachment(self, number: int) -> None:
        self.dropped.append(number)

    def show_thumbnail(self, blob: str, thumbnail: object) -> None:
        self.thumbnails[blob] = thumbnail

    def show_prompts(self, prompts: Sequence[SavedPrompt]) -> None:
        self.prompts = list(prompts)

    def show_asked(self, texts: Sequence[str]) -> None:
        self.asked = list(texts)


class FakeCodec:
    """Pictures of which only the bytes matter; those that say so are broken."""

    def encode(self, picture: object, name: str) -> EncodedPicture:
        assert isinstance(picture, bytes)
        if b"broken" in picture:
            raise PictureBroken("broken", name)
        return EncodedPicture(picture[-4:], "image/png", 2, 1, ("small", picture[-4:]))

    def thumbnail(self, content: bytes) -> object:
        return ("small", content)
