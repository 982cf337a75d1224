"""Garbage is collected in full while nothing is answered or said, and not in between."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from desktop_app.assembly.program import Assembly
from desktop_app.life import sweep_when_quiet


@pytest.fixture(autouse=True)
def _thresholds() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


class Circle:
    """Garbage that only a collection finds."""

    alive = 0

    def __init__(self) -> None:
        self.me = self
        Circle.alive += 1

    def __del__(self) -> None:
        Circle.alive -= 1


async def _sweep(*, quiet: bool) -> None:
    task = asyncio.ensure_future(sweep_when_quiet(lambda: quiet, every=0.0))
    for _ in range(20):
        await asyncio.sleep(0)
    task.cancel()


@pytest.mark.parametrize("quiet", [True, False])
async def test_garbage_waits_until_it_is_quiet(quiet: bool) -> None:  # noqa: FBT001 - a case
    Circle()
    assert Circle.alive == 1
    await _sweep(quiet=quiet)
    assert Circle.alive == (0 if quiet else 1)
    gc.collect()


async def test_no_full_collection_comes_by_itself() -> None:
    await _sweep(quiet=False)
    assert gc.get_threshold()[2] >= 1_000_000


@pytest.mark.parametrize(
    ("turns", "said", "idle", "quiet"),
    [((), False, True, True), (("t",), False, True, False), ((), True, True, False), ((), False, False, False)],
)
def test_it_is_quiet_when_nothing_is_answered_or_said_or_still_to_be_written(
    turns: tuple[str, ...],
    said: bool,  # noqa: FBT001 - a case
    idle: bool,  # noqa: FBT001 - a case
    quiet: bool,  # noqa: FBT001 - a case
) -> None:
    program = Assembly.__new__(Assembly)
    program.parts = SimpleNamespace(  # type: ignore[assignment]
        conversation=SimpleNamespace(turns=turns),
        speech=SimpleNamespace(active=said),
        window=SimpleNamespace(transcript=SimpleNamespace(idle=idle)),
    )
    assert program.quiet is quiet
