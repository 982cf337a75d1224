"""What a voice is just saying for the ear: who wants the same for a file waits for it instead of asking twice."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager

from desktop_app.domain.kept_phrase import KeptPhrase, Key
from desktop_app.storage.kept_sound.rows import Place


class SoundInTheMaking:
    """Used on several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._made: dict[tuple[Place, Key], tuple[KeptPhrase, Future[None]]] = {}

    @contextmanager
    def of(self, place: Place, phrase: KeptPhrase) -> Iterator[None]:
        """While it is being said; of two who say the same the later one is waited for."""
        key = place, phrase.key
        over: Future[None] = Future()
        with self._lock:
            self._made[key] = phrase, over
        try:
            yield
        finally:
            with self._lock:
                if self._made.get(key, (None, None))[1] is over:
                    del self._made[key]
            over.set_result(None)

    def over(self, place: Place, key: Key) -> Future[None] | None:
        """Done when the phrase has been said, or given up; None where nobody is saying it."""
        with self._lock:
            found = self._made.get((place, key))
        return found[1] if found is not None else None

    def phrases(self, place: Place) -> list[KeptPhrase]:
        """Those of a message."""
        with self._lock:
            return [phrase for (where, _key), (phrase, _over) in self._made.items() if where == place]
