"""One damaged file brought over, from its pages to the new history; see ``runner``."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app.storage.salvage.mending import mend
from desktop_app.storage.salvage.merging import Progress, bring, bring_rest, keep_progress, load_progress
from desktop_app.storage.salvage.pieces import Piece, draft_of_empty_page, pieces, prompts
from desktop_app.storage.salvage.raw_file import RawFile
from desktop_app.storage.salvage.scan import scan
from desktop_app.storage.salvage.shapes import Shape, shapes
from desktop_app.storage.salvage.staging import Staging
from desktop_app.storage.tables import Database

_WORK, _MOST_REST = 0.004, 0.1  # seconds
_BETWEEN_TELLING = 1.0


class Bringing:
    """``write`` has a transaction done by the history, and waits for that; ``wait`` so many seconds; both may raise.

    What else it raises, ``sqlite3.Error`` and ``OSError``, comes of its scratch file.
    """

    def __init__(
        self,
        kept: Path,
        write: Callable[[Callable[[Database], object]], None],
        wait: Callable[[float], None],
        grown: Callable[[], None],
    ) -> None:
        self._kept = kept
        self._write = write
        self._wait = wait
        self._grown = grown
        self._rest_from = 0.0

    def run(self) -> Progress:
        """All of it; gives what came of it, counted with what came in earlier runs."""
        kept = self._kept
        found: list[Progress] = []
        wanted: list[Sequence[Shape]] = []

        def look(db: Database) -> None:
            found.append(load_progress(db, kept.name))
            wanted.append(shapes(db))

        self._write(look)
        progress = found[-1]
        staging_path = kept.with_name(f"{kept.name}.staging")
        with RawFile(kept) as file, Staging(staging_path, wanted[-1]) as staging:
            self._rest_from = time.thread_time()
            for rows in scan(file, wanted[-1]):
                staging.add(rows)
                self._rest()
            staging.index()
            mend(staging.db, kept.name)
            told = time.monotonic()
            for piece in pieces(staging, progress.done):
                progress = self._bring(kept.name, piece, progress)
                if time.monotonic() - told > _BETWEEN_TELLING:
                    told = time.monotonic()
                    self._grown()
            rest = prompts(staging), draft_of_empty_page(staging)
            self._write(lambda db: bring_rest(db, *rest))
        return progress

    def _bring(self, name: str, piece: Piece, progress: Progress) -> Progress:
        after: list[Progress] = []

        def write(db: Database) -> None:
            counted = replace(progress)
            bring(db, piece, counted)
            keep_progress(db, name, counted)
            after.append(counted)

        began = time.monotonic()
        self._write(write)
        self._wait(min(time.monotonic() - began, _MOST_REST))
        return after[-1]

    def _rest(self) -> None:
        """As long as it has worked since."""
        worked = time.thread_time() - self._rest_from
        if worked > _WORK:
            self._wait(min(worked, _MOST_REST))
            self._rest_from = time.thread_time()
