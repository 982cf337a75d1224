"""The sound of messages on disk: heard once, it can be heard again without asking a voice.

```
audio/<conversation>/<message>/<name>.flac     a phrase; its label says which, in whose voice (``labels``)
history.db: kept_sounds                        a row for each of them (``rows``)
```

The files are what is kept, and the table is their index: what the table says of a file is taken from it, what it does
not say from the file's label, and a row without its file is dropped. So a history that is locked, lost or brought back
from a backup costs no sound, and no sound waits for it. A file gets its name when all of it is written; half of one is
told by its label and counts as not there. All of it together stays under a limit: the message that was not heard for
the longest time goes first. When a phrase was heard is the time of its file.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from desktop_app.domain.kept_phrase import KeptPhrase, Key
from desktop_app.storage.kept_sound import rows
from desktop_app.storage.kept_sound.comparing import Comparing
from desktop_app.storage.kept_sound.files import write_whole
from desktop_app.storage.kept_sound.index import NoIndex, SoundIndex
from desktop_app.storage.kept_sound.labels import labelled, name_of
from desktop_app.storage.kept_sound.reading import phrases_in
from desktop_app.storage.kept_sound.rows import Place
from desktop_app.storage.kept_sound.sizes import Sizes

_MOST_OPEN: Final = 200
"""Messages whose phrases are held in memory."""


class KeptSound:
    """To be used on one thread, but for ``has``. ``limit`` in bytes; 0 keeps nothing.

    Trouble with reading means that there is nothing; trouble with writing raises ``OSError``.
    """

    def __init__(self, folder: Path, limit: int, index: SoundIndex | None = None) -> None:
        self.folder = self._folder = folder
        self._limit = limit
        self._index: SoundIndex = index if index is not None else NoIndex()
        self._open: dict[Place, dict[Key, KeptPhrase]] = {}
        self._sizes = Sizes(folder, self._index)
        self._comparing = Comparing(folder, self._index, self._sizes, self._forget)
        self._gone: set[str] = set()
        self._gone_messages: set[Place] = set()

    def has(self, place: Place, voice: str, start: int, end: int, text: str) -> bool:
        """Whether that phrase is kept of a message that was asked for before; may be called on any thread."""
        message = self._open.get(place)
        return message is not None and (voice, start, end, text) in message

    def phrases(self, place: Place) -> tuple[KeptPhrase, ...]:
        """What is kept of a message, in all voices, in the order of their places."""
        return _in_order(self._message(place).values())

    def look_at(self, place: Place) -> tuple[tuple[KeptPhrase, Path], ...]:
        """The same with the files, of a message that need not be held in memory for it."""
        folder, kept = self._path(place), self._open.get(place)
        phrases = kept if kept is not None else phrases_in(folder, place[1], self._index)
        return tuple((phrase, folder / phrase.file) for phrase in _in_order(phrases.values()))

    def sound(self, place: Place, key: Key) -> tuple[KeptPhrase, bytes] | None:
        """A phrase, which counts as heard now, and its file; None where there is none that is whole."""
        phrase = self._message(place).get(key)
        if phrase is None:
            return None
        path = self._path(place) / phrase.file
        try:
            content = path.read_bytes()
        except OSError:
            content = b""
        if len(content) != phrase.size:
            self.drop(place, key)
            return None
        with contextlib.suppress(OSError):  # a disk that can only be read; then it is as old as it was
            os.utime(path)
            self._index.note(rows.heard(place[1], phrase.file, time.time()))
        self._sizes.note(place, 0)
        return phrase, content

    def keep(self, place: Place, phrase: KeptPhrase, content: bytes) -> bool:
        """Adds a phrase, in the place of what it overlaps; False where there is no room, or no such message.

        Raises ``ValueError`` where ``content`` is no FLAC file.
        """
        content = labelled(content, phrase)
        if place[0] in self._gone or place in self._gone_messages or not self._make_room(len(content), place):
            return False
        message = self._message(place)
        folder = self._path(place)
        for part in (folder.parent, folder):
            part.mkdir(mode=0o700, parents=True, exist_ok=True)
        kept = replace(phrase, size=len(content), file=name_of(phrase))
        for old in [one for one in message.values() if one.overlaps(kept)]:
            self.drop(place, old.key)
        write_whole(folder / kept.file, content)
        message[kept.key] = kept
        self._index.note(rows.kept(place[1], kept, time.time()))
        self._sizes.note(place, len(content))
        return True

    def take_in(self, place: Place, phrase: KeptPhrase, content: bytes) -> bool:
        """Adds a phrase that was kept elsewhere, where that voice has said nothing of it here.

        The message is here, again if it had been deleted. False where the phrase is, and where there is no room:
        nothing goes for it. Raises as ``keep`` does.
        """
        self._gone.discard(place[0])
        self._gone_messages.discard(place)
        needed = len(labelled(content, phrase))
        if any(one.overlaps(phrase) for one in self._message(place).values()):
            return False
        return self._sizes.used + needed <= self._limit and self.keep(place, phrase, content)

    def drop(self, place: Place, key: Key) -> None:
        """One phrase that is of no use any more."""
        if (phrase := self._message(place).pop(key, None)) is not None:
            with contextlib.suppress(OSError):
                (self._path(place) / phrase.file).unlink()
            self._index.note(rows.dropped(place[1], phrase.file))
            self._sizes.note(place, -phrase.size)

    def forget_conversation(self, conversation_id: str) -> None:
        """Its sound is gone for good, also what is still on its way here."""
        self._gone.add(conversation_id)
        shutil.rmtree(self._folder / conversation_id, ignore_errors=True)
        self._sizes.drop_conversation(conversation_id)
        for place in [place for place in self._open if place[0] == conversation_id]:
            del self._open[place]

    def forget_messages(self, places: Iterable[Place]) -> None:
        """Theirs is gone for good, also what is still on its way here."""
        for place in places:
            self._gone_messages.add(place)
            self._forget(place)

    def forget_all(self) -> None:
        for place in {*self._sizes.oldest_first(), *self._sizes.places()}:
            self._forget(place)

    def look_anew(self) -> None:
        """Somebody else has changed what is in the folder; what was forgotten may be there again."""
        self._open.clear()
        self._sizes.forget()
        self._gone.clear()
        self._gone_messages.clear()

    def set_limit(self, limit: int) -> None:
        self._limit = limit
        self._make_room(0, None)

    @property
    def used(self) -> int:
        """Bytes of everything that is kept."""
        return self._sizes.used

    def compare(self, now: float) -> Iterator[None]:
        """Makes the table agree with the files, a message with each step; other calls may come between two steps."""
        yield from self._comparing.steps(now)
        self._make_room(0, None)

    def sweep(self) -> None:
        """What is left of messages that the history has deleted goes now."""
        self._comparing.sweep()

    def _path(self, place: Place) -> Path:
        return self._folder / place[0] / place[1]

    def _message(self, place: Place) -> dict[Key, KeptPhrase]:
        if place not in self._open:
            if len(self._open) >= _MOST_OPEN:
                del self._open[next(iter(self._open))]
            self._open[place] = phrases_in(self._path(place), place[1], self._index)
        return self._open[place]

    def _forget(self, place: Place) -> None:
        path = self._path(place)
        shutil.rmtree(path, ignore_errors=True)
        with contextlib.suppress(OSError):  # other messages of the conversation are still there
            path.parent.rmdir()
        self._open.pop(place, None)
        self._sizes.drop(place)
        self._index.note(rows.all_dropped(place[1]))

    def _make_room(self, needed: int, adding_to: Place | None) -> bool:
        """Lets go of what was not heard for long; never of the message that is being heard."""
        if needed and needed > self._limit:
            return False
        if self._sizes.used + needed > self._limit and not self._sizes.measured:
            self._sizes.measure_all()
        used = self._sizes.used + needed
        for place in self._sizes.oldest_first():
            if used <= self._limit:
                break
            if place != adding_to:
                used -= self._sizes.of(place)
                self._forget(place)
        return used <= self._limit


def _in_order(phrases: Iterable[KeptPhrase]) -> tuple[KeptPhrase, ...]:
    return tuple(sorted(phrases, key=lambda phrase: (phrase.start, phrase.end)))
