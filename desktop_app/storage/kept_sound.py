"""The sound of messages on disk: heard once, it can be heard again without asking a voice.

```
audio/<conversation>/<message>/index.jsonl     a line for each phrase: its place, its words, its voice, its file
                               0001.flac ...
```

A file gets its name when all of it is written, and its line in the index after that; what a crash leaves half done is
in no index, or not of the size that the index names, and counts as not there. All of it together stays under a limit:
the message that was not heard for the longest time goes first. When it was heard is the time of its index.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

_INDEX = "index.jsonl"
_SUFFIX = ".flac"
_HALF = ".part"
_MOST_OPEN = 200
"""Messages whose index is held in memory."""


@dataclass(frozen=True, slots=True)
class KeptPhrase:
    """One phrase as it was heard: [start, end) of the message's source, the words that were said, who said them."""

    start: int
    end: int
    text: str
    pause: str
    voice: str
    seconds: float
    language: str = ""
    words: tuple[tuple[int, float], ...] = ()
    """The number of a word and the second at which it begins, where the voice told."""
    size: int = 0
    """Bytes of its file."""
    file: str = ""

    @property
    def key(self) -> tuple[object, ...]:
        """What makes it the same phrase in the same voice."""
        return self.voice, self.start, self.end, self.text

    def overlaps(self, other: KeptPhrase) -> bool:
        return self.voice == other.voice and self.start < other.end and other.start < self.end


Place = tuple[str, str]
"""A message: its conversation's id and its own."""


@dataclass(slots=True)
class _Message:
    """``phrases`` by their keys; ``newest``: the highest number of a file."""

    phrases: dict[tuple[object, ...], KeptPhrase] = field(default_factory=dict)
    newest: int = 0


class KeptSound:
    """To be used on one thread, but for ``has``. ``limit`` in bytes; 0 keeps nothing.

    Trouble with reading means that there is nothing; trouble with writing raises ``OSError``.
    """

    def __init__(self, folder: Path, limit: int) -> None:
        self.folder = self._folder = folder
        self._limit = limit
        self._open: dict[Place, _Message] = {}
        self._sizes: dict[Place, tuple[int, float]] | None = None
        self._gone: set[str] = set()
        self._gone_messages: set[Place] = set()

    def has(self, place: Place, voice: str, start: int, end: int, text: str) -> bool:
        """Whether that phrase is kept of a message that was asked for before; may be called on any thread."""
        message = self._open.get(place)
        return message is not None and (voice, start, end, text) in message.phrases

    def phrases(self, place: Place) -> tuple[KeptPhrase, ...]:
        """What is kept of a message, in all voices, in the order of their places."""
        phrases = self._message(place).phrases.values()
        return tuple(sorted(phrases, key=lambda phrase: (phrase.start, phrase.end)))

    def sound(self, place: Place, key: tuple[object, ...]) -> tuple[KeptPhrase, bytes] | None:
        """A phrase, which counts as heard now, and its file; None where there is none that is whole."""
        message = self._message(place)
        phrase = message.phrases.get(key)
        if phrase is None:
            return None
        folder = self._path(place)
        try:
            content = (folder / phrase.file).read_bytes()
        except OSError:
            content = b""
        if len(content) != phrase.size:
            self.drop(place, key)
            return None
        with contextlib.suppress(OSError):  # a disk that can only be read; then it is as old as it was
            os.utime(folder / _INDEX)
        self._note(place, 0)
        return phrase, content

    def keep(self, place: Place, phrase: KeptPhrase, content: bytes) -> bool:
        """Adds a phrase, in the place of what it overlaps; False where there is no room, or no such message."""
        if place[0] in self._gone or place in self._gone_messages or not self._make_room(len(content), place):
            return False
        message = self._message(place)
        folder = self._path(place)
        for part in (folder.parent, folder):
            part.mkdir(mode=0o700, parents=True, exist_ok=True)
        message.newest += 1
        file = f"{message.newest:04}{_SUFFIX}"
        kept = replace(phrase, size=len(content), file=file)
        for old in [one for one in message.phrases.values() if one.overlaps(kept)]:
            self.drop(place, old.key)
        _write_whole(folder / file, content)
        line = _append_line(folder / _INDEX, asdict(kept))
        message.phrases[kept.key] = kept
        self._note(place, len(content) + line)
        return True

    def drop(self, place: Place, key: tuple[object, ...]) -> None:
        """One phrase that is of no use any more."""
        message = self._message(place)
        if (phrase := message.phrases.pop(key, None)) is not None:
            with contextlib.suppress(OSError):
                (self._path(place) / phrase.file).unlink()
            self._note(place, -phrase.size)

    def forget_conversation(self, conversation_id: str) -> None:
        """Its sound is gone for good, also what is still on its way here."""
        self._gone.add(conversation_id)
        shutil.rmtree(self._folder / conversation_id, ignore_errors=True)
        for known in (self._open, self._sizes or {}):
            for place in [place for place in known if place[0] == conversation_id]:
                del known[place]

    def forget_messages(self, places: Iterable[Place]) -> None:
        """Theirs is gone for good, also what is still on its way here."""
        for place in places:
            self._gone_messages.add(place)
            self._forget(place)

    def forget_all(self) -> None:
        for place in list(self._measured()):
            self._forget(place)

    def look_anew(self) -> None:
        """Somebody else has changed what is in the folder; what was forgotten may be there again."""
        self._open.clear()
        self._sizes = None
        self._gone.clear()
        self._gone_messages.clear()
        self._make_room(0, None)

    def set_limit(self, limit: int) -> None:
        self._limit = limit
        self._make_room(0, None)

    @property
    def used(self) -> int:
        """Bytes of everything that is kept."""
        return sum(size for size, _heard in self._measured().values())

    def _path(self, place: Place) -> Path:
        return self._folder / place[0] / place[1]

    def _message(self, place: Place) -> _Message:
        if place not in self._open:
            if len(self._open) >= _MOST_OPEN:
                del self._open[next(iter(self._open))]
            self._open[place] = _read(self._path(place))
        return self._open[place]

    def _make_room(self, needed: int, adding_to: Place | None) -> bool:
        """Lets go of what was not heard for long; never of the message that is being heard."""
        if needed and needed > self._limit:
            return False
        measured = self._measured()
        used = self.used + needed
        for place in sorted(measured, key=lambda one: measured[one][1]):
            if used <= self._limit:
                break
            if place != adding_to:
                used -= measured[place][0]
                self._forget(place)
        return used <= self._limit

    def _forget(self, place: Place) -> None:
        path = self._path(place)
        with contextlib.suppress(OSError):  # without its index nothing of it is found, whatever else fails
            (path / _INDEX).unlink()
        shutil.rmtree(path, ignore_errors=True)
        with contextlib.suppress(OSError):  # other messages of the conversation are still there
            path.parent.rmdir()
        self._open.pop(place, None)
        self._measured().pop(place, None)

    def _note(self, place: Place, more: int) -> None:
        """The message was heard now, and takes so many bytes more."""
        if self._sizes is not None:  # else the disk will tell
            self._sizes[place] = (max(0, self._sizes.get(place, (0, 0.0))[0] + more), time.time())

    def _measured(self) -> dict[Place, tuple[int, float]]:
        """The size and the last hearing of every message; the disk is looked through once."""
        if self._sizes is None:
            self._sizes = {
                (conversation.name, message.name): _measure(message)
                for conversation in _folders(self._folder)
                for message in _folders(conversation)
            }
        return self._sizes


def _folders(folder: Path) -> Iterator[Path]:
    try:
        with os.scandir(folder) as entries:
            found = [Path(entry) for entry in entries if entry.is_dir(follow_symlinks=False)]
    except OSError:
        return
    yield from found


def _measure(folder: Path) -> tuple[int, float]:
    size, heard = 0, 0.0
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            about = entry.stat(follow_symlinks=False)
            size += about.st_size
            if entry.name == _INDEX:
                heard = about.st_mtime
    return size, heard


def _read(folder: Path) -> _Message:
    """What the index says, as far as the files are there as it says."""
    message = _Message()
    try:
        with os.scandir(folder) as entries:
            sizes = {entry.name: entry.stat().st_size for entry in entries}
        lines = (folder / _INDEX).read_bytes().splitlines()
    except OSError:
        return message
    listed = [phrase for line in lines if (phrase := _phrase(line)) is not None]
    message.newest = max(map(_number, [*sizes, *(phrase.file for phrase in listed)]), default=0)  # none is used twice
    message.phrases = {phrase.key: phrase for phrase in listed if sizes.get(phrase.file) == phrase.size}
    known = {phrase.file for phrase in message.phrases.values()}
    for name in sizes:
        if name not in known and name.endswith((_SUFFIX, _HALF)):  # what a crash left
            with contextlib.suppress(OSError):
                (folder / name).unlink()
    return message


def _number(name: str) -> int:
    stem = name.removesuffix(_SUFFIX)
    return int(stem) if stem.isdecimal() else 0


def _phrase(line: bytes) -> KeptPhrase | None:
    """None for a line that a crash cut short, or that is none of ours."""
    try:
        values: Any = json.loads(line)
        phrase = KeptPhrase(**{**values, "words": tuple((int(word), float(at)) for word, at in values["words"])})
    except (ValueError, TypeError, KeyError):
        return None
    numbers = isinstance(phrase.start, int) and isinstance(phrase.end, int)
    words = all(
        isinstance(text, str) for text in (phrase.text, phrase.pause, phrase.voice, phrase.language, phrase.file)
    )
    return phrase if numbers and words and Path(phrase.file).name == phrase.file else None


def _write_whole(path: Path, content: bytes) -> None:
    """Under another name until all of it is there."""
    half = path.with_suffix(_HALF)
    try:
        with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(content)
        half.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            half.unlink()
        raise


def _append_line(path: Path, values: dict[str, object]) -> int:
    """Adds a line of JSON, behind one that a crash left without an end, too. Returns the bytes it takes."""
    line = json.dumps(values, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600), "r+b", buffering=0) as file:
        if file.seek(0, os.SEEK_END):
            file.seek(-1, os.SEEK_END)
            line = line if file.read(1) == b"\n" else b"\n" + line
        file.write(line)
    return len(line)
