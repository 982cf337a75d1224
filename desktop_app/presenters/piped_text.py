"""A text from a terminal is said as it comes; whoever sends it waits until the listener comes near its end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from desktop_app.domain.ids import new_turn_id
from desktop_app.presenters.speech import SpeechPresenter
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.utterance import ignore
from desktop_app.presenters.voicing import Voicing
from desktop_app.speech.text.margins import Margins

_AHEAD = 2_000
"""Characters of a text from outside: two minutes, so that its sender can take the word back by leaving."""


async def say_text(speech: SpeechPresenter, pieces: AsyncIterator[str], tasks: Tasks) -> None:
    """Speaks a text as it comes. Whoever leaves before its end wants it silent too.

    Returns when the listener is near the end, or wants to hear no more of it.
    """
    turn_id = new_turn_id()
    speech.begin(turn_id, "", 0, ignore)
    speech.voicing.portion(speech.voicing.said[turn_id], _AHEAD)
    saying = tasks.start("say a text from outside", _feed(speech, turn_id, pieces))
    given_up = tasks.start("until a text is given up", _given_up(speech.voicing, turn_id))
    try:
        await asyncio.wait({saying, given_up}, return_when=asyncio.FIRST_COMPLETED)
        if saying.done():
            saying.result()
    except BaseException:
        speech.drop(turn_id)
        raise
    finally:
        saying.cancel()
        given_up.cancel()
        await asyncio.gather(saying, given_up, return_exceptions=True)


async def _feed(speech: SpeechPresenter, turn_id: str, pieces: AsyncIterator[str]) -> None:
    margins = Margins()
    async for piece in pieces:
        speech.feed(turn_id, margins.feed(piece))
        if not await _taken(speech.voicing, turn_id):
            return
    speech.feed(turn_id, margins.finish())
    speech.end(turn_id)
    await _taken(speech.voicing, turn_id)


async def _taken(voicing: Voicing, turn_id: str) -> bool:
    """Returns when the listener is near enough to the end of what was fed; false where it is not said any more."""
    utterance = voicing.find(turn_id)
    return utterance is not None and (utterance.portions is None or await utterance.portions.taken())


async def _given_up(voicing: Voicing, turn_id: str) -> None:
    """Returns when nothing more of the text will be said."""
    if (utterance := voicing.find(turn_id)) is not None and utterance.portions is not None:
        await utterance.portions.gone.wait()
