"""Sound that was heard is kept with its message, so that hearing it again asks no voice.

Speech asks for the sound of a phrase and leaves it here (``speech.sound_shelf.SoundShelf``), the disk has it and the
history a table of it (``storage.kept_sound``); this joins them, who do not know each other, on a thread of its own.
"""

from __future__ import annotations

import asyncio
import bisect
import logging
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.domain.kept_phrase import KeptPhrase, Key
from desktop_app.domain.phrase import Pause, Phrase
from desktop_app.domain.settings import Settings
from desktop_app.presenters.preferences import Preferences
from desktop_app.presenters.sound_in_the_making import SoundInTheMaking
from desktop_app.presenters.voice import speech_options
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.sound.sound_files import packed, unpacked
from desktop_app.speech.sound_shelf import voice_identity
from desktop_app.speech.synthesizer import Pcm, WordTime
from desktop_app.storage.kept_sound.index import HistoryIndex
from desktop_app.storage.kept_sound.keeping import KeptSound
from desktop_app.storage.kept_sound.rows import Place
from desktop_app.storage.thread import JobThread

logger = logging.getLogger(__name__)

_MEGABYTE = 1_000_000
_MOST_TURNS = 5_000
_SLICE, _REST = 0.01, 0.02
"""Seconds of looking through the folder at a time, and between two times."""


@dataclass(frozen=True, slots=True)
class _Owner:
    """``keeps``: what is said is the message itself, and not a piece somebody cut out of it."""

    place: Place
    keeps: bool


class KeptSpeech:
    """``conversation_of`` finds the conversation of a message; empty where nothing is known of it.

    Without an ``index`` the files alone say what is kept.
    """

    def __init__(
        self,
        folder: Path,
        preferences: Preferences,
        conversation_of: Callable[[str], str],
        index: HistoryIndex | None = None,
    ) -> None:
        self._thread = JobThread("kept sound")
        self._preferences = preferences
        self._conversation_of = conversation_of
        self._limit = _bytes(preferences.current)
        self._index = index
        self._disk = KeptSound(folder, self._limit, index)
        self._making = SoundInTheMaking()
        self._owners: dict[str, _Owner] = {}
        self._closed = False
        self._told = False
        self.is_temporary: Callable[[str], bool] = lambda _conversation_id: False
        """Conversations of which nothing is kept."""
        self._comparing = asyncio.Lock()
        self._compared = False
        if index is not None:
            index.soon = lambda seconds: self._post(index.flush, after=seconds)
            index.answered = lambda taken: self._post(lambda: index.settle(taken))
        preferences.listen(self._settings_changed)

    # For the presenters, on the main thread

    def belongs(self, turn_id: str, message_id: str, conversation_id: str = "", *, keeps: bool = True) -> None:
        """What is said under this turn id is of this message."""
        if not message_id or self._closed:
            return
        conversation_id = conversation_id or self._conversation_of(message_id)
        if not conversation_id:
            return
        keeps = keeps and not self.is_temporary(conversation_id)
        owner = self._owners[turn_id] = _Owner((conversation_id, message_id), keeps)
        if len(self._owners) > _MOST_TURNS:
            del self._owners[next(iter(self._owners))]
        self._thread.post(lambda: self._disk.phrases(owner.place))  # has them at hand when a voice would be asked

    def recall(self, turn_id: str, then: Callable[[list[Phrase], bool], None]) -> None:
        """Calls ``then`` soon with the message's phrases as they were heard, and whether the voice in force said any.

        They do not overlap; those of that voice come before others. To be called behind ``belongs``.
        """
        owner = self._owners.get(turn_id)
        if owner is None:
            then([], False)
            return
        voice = voice_identity(speech_options(self._preferences.current, None))

        def settle(found: asyncio.Future[tuple[list[Phrase], bool]]) -> None:
            if not found.cancelled():
                then(*found.result())

        def look() -> tuple[list[Phrase], bool]:
            kept = self._disk.phrases(owner.place)
            to_be_kept = self._making.phrases(owner.place)
            return _side_by_side([*kept, *to_be_kept], voice, turn_id), any(one.voice == voice for one in kept)

        self._thread.submit(look).add_done_callback(settle)

    async def phrases_of(self, conversation_id: str, message_id: str) -> Sequence[tuple[KeptPhrase, Path]]:
        """What is kept of a message, in the order of its places, with the FLAC files, which may go at any moment."""
        if self._closed:
            return ()
        return await self._thread.run(lambda: self._disk.look_at((conversation_id, message_id)))

    async def take_in(self, conversation_id: str, message_id: str, phrase: KeptPhrase, content: bytes) -> bool:
        """A phrase that was kept elsewhere, with its FLAC file; False where it is here already or there is no room."""
        if self._closed or not self._limit or self.is_temporary(conversation_id):
            return False
        try:
            return await self._thread.run(lambda: self._disk.take_in((conversation_id, message_id), phrase, content))
        except (OSError, ValueError) as error:
            logger.info("sound from elsewhere was not kept: %s", error)
            return False

    async def used(self) -> int:
        """Bytes on the disk."""
        if not self._compared:
            await self.compare()
        return await self._thread.run(lambda: self._disk.used)

    async def compare(self) -> None:
        """Looks through what is kept, at a quiet moment: the table agrees with it, and it is no more than allowed."""
        async with self._comparing:
            steps = self._disk.compare(time.time())
            while not self._closed and not await self._thread.run(lambda: _step(steps)):  # noqa: ASYNC110 - it works on
                await asyncio.sleep(_REST)
            self._compared = True

    async def sweep(self) -> None:
        """Behind a deletion: what is left of messages that the history has no more."""
        if not self._closed:
            await self._thread.run(self._disk.sweep)

    async def forget_all(self) -> None:
        await self._thread.run(self._disk.forget_all)

    async def change(self, change: Callable[[Path], object]) -> None:
        """Has somebody else work on the folder of the sound: nothing is read or kept meanwhile, and all known anew."""

        def job() -> None:
            try:
                change(self._disk.folder)
            finally:
                self._disk.look_anew()

        await self._thread.run(job)
        await self.compare()

    def forget_conversation(self, conversation_id: str) -> None:
        if conversation_id and not self._closed:
            self._thread.post(lambda: self._disk.forget_conversation(conversation_id))

    def forget_messages(self, conversation_id: str, message_ids: Iterable[str]) -> None:
        """They were deleted for good."""
        places = [(conversation_id, message_id) for message_id in message_ids]
        if not self._closed:
            self._thread.post(lambda: self._disk.forget_messages(places))

    async def close(self) -> None:
        """What is on its way to the disk still gets there."""
        self._closed = True
        if self._index is not None:
            self._post(self._index.flush)
        await asyncio.to_thread(self._thread.stop)

    # For speech, on its threads (speech.sound_shelf.SoundShelf)

    def has(self, phrase: Phrase, options: SpeechOptions) -> bool:
        owner = self._owners.get(phrase.turn_id)
        return owner is not None and self._disk.has(
            owner.place, voice_identity(options), phrase.start, phrase.end, phrase.text
        )

    async def find(self, phrase: Phrase, options: SpeechOptions) -> Pcm | None:
        owner = self._owners.get(phrase.turn_id)
        if owner is None or self._closed:
            return None
        key = (voice_identity(options), phrase.start, phrase.end, phrase.text)
        over = self._making.over(owner.place, key)  # asked first: it may come to its end while the disk is looked at
        sound = await self._thread.run(lambda: self._fetch(owner.place, key))
        if sound is None and over is not None:
            await asyncio.shield(asyncio.wrap_future(over))
            sound = await self._thread.run(lambda: self._fetch(owner.place, key))
        return sound

    def making(self, phrase: Phrase, options: SpeechOptions) -> AbstractContextManager[None]:
        owner = self._owners.get(phrase.turn_id)
        if owner is None or not owner.keeps or self._closed or not self._limit:
            return nullcontext()
        return self._making.of(owner.place, _to_keep(phrase, options))

    def keep(self, phrase: Phrase, options: SpeechOptions, sound: Sequence[Pcm]) -> None:
        owner = self._owners.get(phrase.turn_id)
        if owner is None or not owner.keeps or self._closed or not self._limit or not sound:
            return
        frames = sum(len(piece.samples) for piece in sound) // 2
        kept = replace(
            _to_keep(phrase, options),
            seconds=round(frames / sound[0].rate, 3),
            words=tuple((word.word, word.seconds) for piece in sound for word in piece.words),
        )
        self._thread.post(lambda: self._store(owner.place, kept, sound))

    # On the thread

    def _post(self, job: Callable[[], object], *, after: float = 0.0) -> None:
        """Called on the history's thread, too."""
        with suppress(RuntimeError):  # it has ended: the next run makes of the files what is missing
            self._thread.post(job, after=after)

    def _fetch(self, place: Place, key: Key) -> Pcm | None:
        found = self._disk.sound(place, key)
        if found is None:
            return None
        phrase, content = found
        sound = unpacked(content)
        if sound is None:
            self._disk.drop(place, key)
            return None
        return replace(sound, words=tuple(WordTime(*word) for word in phrase.words))

    def _store(self, place: Place, phrase: KeptPhrase, sound: Sequence[Pcm]) -> None:
        try:
            self._disk.keep(place, phrase, packed(sound))
        except (OSError, ImportError) as error:  # hearing it does not depend on it: it is synthesized again
            if not self._told:
                self._told = True
                logger.warning("the sound of a message could not be kept: %s", error)

    def _settings_changed(self, before: Settings, after: Settings) -> None:
        if before.kept_sound != after.kept_sound and not self._closed:
            self._limit = _bytes(after)
            self._thread.post(lambda: self._disk.set_limit(self._limit))


def _step(steps: Iterator[None]) -> bool:
    """Whether that was all."""
    until = time.monotonic() + _SLICE
    return all(time.monotonic() <= until for _ in steps)


def _to_keep(phrase: Phrase, options: SpeechOptions) -> KeptPhrase:
    return KeptPhrase(
        start=phrase.start,
        end=phrase.end,
        text=phrase.text,
        pause=phrase.pause.value,
        voice=voice_identity(options),
        seconds=0.0,
        language=phrase.language,
    )


def _bytes(settings: Settings) -> int:
    return round(settings.kept_sound * _MEGABYTE)


def _side_by_side(kept: Sequence[KeptPhrase], voice: str, turn_id: str) -> list[Phrase]:
    """Each place once: how another voice was given it says at least where it can be cut."""
    chosen: list[KeptPhrase] = []
    for one in sorted(kept, key=lambda one: (one.voice != voice, one.start)):
        at = bisect.bisect(chosen, one.start, key=lambda other: other.start)
        free_before = at == 0 or chosen[at - 1].end <= one.start
        if free_before and (at == len(chosen) or one.end <= chosen[at].start):
            chosen.insert(at, one)
    return [
        Phrase(turn_id, index, one.text, one.start, one.end, _pause(one.pause), language=one.language)
        for index, one in enumerate(chosen)
    ]


def _pause(name: str) -> Pause:
    try:
        return Pause(name)
    except ValueError:
        return Pause.SENTENCE
