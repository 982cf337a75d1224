"""The Model and Voice menus above the page: what is in force, what else there is, and a choice made at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop_app.domain.errors import UserError
from desktop_app.domain.settings import ChatSource, Settings, SpeechSource
from desktop_app.presenters.connection import Connection
from desktop_app.presenters.preferences import Preferences
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.views import ComposerView, HeaderView, TranscriptView, VoiceChoice
from desktop_app.presenters.voice import who_speaks


class ChoicesPresenter:
    """Keeps everything on the page that shows a setting in step with the settings, and changes them from there."""

    def __init__(
        self,
        header: HeaderView,
        composer: ComposerView,
        transcript: TranscriptView,
        *,
        connection: Connection,
        preferences: Preferences,
        voices: Callable[[], Sequence[VoiceChoice]],
        tasks: Tasks,
    ) -> None:
        self._header = header
        self._composer = composer
        self._transcript = transcript
        self._connection = connection
        self._preferences = preferences
        self._voices = voices
        self._tasks = tasks
        preferences.listen(lambda _before, after: self.show(after))

    def show(self, settings: Settings) -> None:
        self._header.set_model("demo" if settings.chat_source is ChatSource.DEMO else settings.model)
        self._header.set_voice(voice_label(who_speaks(settings), self._voices()))
        self._composer.set_spoken_replies(spoken=settings.spoken_replies)
        self._transcript.set_said(replies=settings.spoken_replies, code=settings.said_code)

    def list_models(self) -> None:
        self._tasks.start("list the models for the menu", self._list_models())

    def list_voices(self) -> None:
        """Those that can speak now: the demo has no server, and so none of a server's voices."""
        in_demo = self._preferences.current.chat_source is ChatSource.DEMO
        offered = [voice for voice in self._voices() if not (in_demo and voice.source is SpeechSource.SERVER)]
        self._header.show_voices(offered)

    def choose_model(self, model: str) -> None:
        if self._preferences.current.chat_source is not ChatSource.DEMO:
            self._preferences.change(model=model)

    def choose_voice(self, voice: VoiceChoice) -> None:
        self._preferences.change(speech_source=voice.source, voice=voice.name)

    def set_spoken_replies(self, spoken: bool) -> None:  # noqa: FBT001 - a Qt signal calls it
        self._preferences.change(spoken_replies=spoken)

    async def _list_models(self) -> None:
        settings = self._preferences.current
        try:
            models = await self._connection.models(settings)
        except UserError:  # the menu then offers what is in force; Settings says what is wrong
            models = []
        self._header.show_models(models or [settings.model])


def voice_label(settings: Settings, voices: Sequence[VoiceChoice]) -> str:
    """What the voice in force is called; a source's first voice stands in for a name it does not know."""
    of_source = [voice for voice in voices if voice.source is settings.speech_source]
    for voice in of_source:
        if voice.name == settings.voice:
            return voice.label
    return of_source[0].label if of_source and not settings.voice else settings.voice
