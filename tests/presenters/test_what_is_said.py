"""What the listener chose to hear holds for the next text, streamed or read on request."""

from __future__ import annotations

from desktop_app.domain.choices import SaidCode
from desktop_app.domain.said import WhatIsSaid
from tests.presenters.conftest import Desk

TEXT = "Here it is, as you asked.\n\n```python\nx = 1\n```\n"


async def test_the_next_text_is_said_as_chosen(desk: Desk) -> None:
    desk.speech.what_is_said = lambda: WhatIsSaid.of(desk.preferences.current)
    desk.readings.read("m", TEXT, 0)
    assert "Code, Python, 1 line." not in " ".join(desk.speaker.texts)
    desk.preferences.change(said_code=SaidCode.ANNOUNCE)
    desk.readings.read("m", TEXT, 0)
    assert desk.speaker.texts[-1] == "Code, Python, 1 line."


async def test_an_answer_that_streams_is_said_as_chosen(desk: Desk) -> None:
    desk.speech.what_is_said = lambda: WhatIsSaid(code=SaidCode.ANNOUNCE)
    desk.speech.begin("t", "m", 0, lambda _moment: None)
    desk.speech.feed("t", TEXT)
    desk.speech.end("t")
    assert desk.speaker.texts[-1] == "Code, Python, 1 line."
    desk.speech.silence()
