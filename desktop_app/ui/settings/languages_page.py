"""Who says what the chosen voice does not speak: a switch, and a row for each language with a voice of its own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from desktop_app.domain.choices import LanguageVoice, SpeechSource
from desktop_app.domain.errors import UserError
from desktop_app.domain.languages import LANGUAGES, base_language
from desktop_app.domain.settings import Settings
from desktop_app.presenters.views import VoiceChoice
from desktop_app.ui import parts, words
from desktop_app.ui.language_names import own_name
from desktop_app.ui.settings.choice import Choice
from desktop_app.ui.settings.page import Page, Row
from desktop_app.ui.settings.switch import Switch

_LONGEST_NAME = 200
_NARROWEST = 3  # characters: in the smallest window two buttons stand beside them


class LanguageRow(Row):
    """One language and its voice. A typed name that is no entry is a voice of the server."""

    changed = Signal()
    try_clicked = Signal()
    remove_clicked = Signal()

    def __init__(self, language: str) -> None:
        self.language = language
        name = own_name(language)
        self.voice = Choice(free=True)
        self.voice.setMinimumContentsLength(_NARROWEST)
        self.voice.set_name(self.tr("Voice for {language}").format(language=name))
        self.try_button = parts.button(self.tr("Try"))
        self.remove_button = parts.IconButton("close", self.tr("Remove {language}").format(language=name), size=14)
        tip = self.tr("Who says what is in this language")
        super().__init__(name, self.voice, self.try_button, self.remove_button, tip=tip)
        self.show_trial(playing=False, error=None)
        self.voice.changed.connect(self._check)
        self.try_button.clicked.connect(self.try_clicked)
        self.remove_button.clicked.connect(self.remove_clicked)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """(label, value) each, the values as ``value_of`` makes them; what is chosen stays."""
        self.voice.set_choices(choices)

    def choose(self, source: SpeechSource, voice: str) -> None:
        self.voice.set_value(value_of(source, voice))
        if (edit := self.voice.lineEdit()) is not None:
            edit.setCursorPosition(0)  # where there is little room the beginning is what tells
        self._check()

    def chosen(self) -> LanguageVoice:
        value = self.voice.value()
        source, _, name = value.partition(" ")
        if value in self.voice.values() and source in set(SpeechSource):
            return LanguageVoice(self.language, SpeechSource(source), name)
        return LanguageVoice(self.language, SpeechSource.SERVER, value)

    def show_trial(self, *, playing: bool, error: UserError | None) -> None:
        name = own_name(self.language)
        self.try_button.setText(self.tr("Stop") if playing else self.tr("Try"))
        says = self.tr("Stop the voice for {language}") if playing else self.tr("Try the voice for {language}")
        self.try_button.setAccessibleName(says.format(language=name))
        self.try_button.setToolTip(self.tr("Silence") if playing else self.tr("Says a sentence in this voice"))
        self.set_trouble(words.sentence(error) if error else "")

    def _check(self) -> None:
        name = self.chosen().voice
        if self.chosen().source is SpeechSource.SERVER and not name:
            self.set_problem(self.tr("Choose a voice, or remove the language."))
        elif len(name) > _LONGEST_NAME:
            self.set_problem(self.tr("A name has at most {limit} characters.").format(limit=_LONGEST_NAME))
        else:
            self.set_problem("")
        self.changed.emit()


class LanguagesPage(Page):
    """``try_requested`` carries the ``LanguageVoice`` to be heard; ``try_stopped`` is the same button's other side."""

    try_requested = Signal(object)
    try_stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Languages"))
        self.by_language = Switch(self.tr("Say each phrase in a voice for its language"))
        self.language = Choice()
        tip = self.tr("Puts the language on the list, with a voice that speaks it")
        self.add_button = parts.button(self.tr("Add"), accessible=self.tr("Add the language"), tip=tip)
        self.rows: dict[str, LanguageRow] = {}
        self._voices: list[VoiceChoice] = []
        self._source = SpeechSource.SERVER
        self._server = ""
        self._playing: LanguageRow | None = None
        tip = self.tr("Off: the chosen voice says everything, as well as it can")
        self._switch_row = self.add(Row(self.tr("Other languages"), self.by_language, tip=tip))
        tip = self.tr("A language that shall have a voice of its own")
        self._add_row = self.add(Row(self.tr("Add a language"), self.language, self.add_button, tip=tip))
        self.by_language.toggled.connect(self._switched)
        self.add_button.clicked.connect(self._add_chosen)

    def fill(self, settings: Settings, voices: Sequence[VoiceChoice], server: str) -> None:
        """``server``: what it is called."""
        for row in list(self.rows.values()):
            self._take_away(row)
        self._voices, self._server = list(voices), server
        self.by_language.setChecked(settings.by_language)
        for voice in settings.language_voices:
            self._add_language(voice)
        self._offer_languages()
        self.show_source(settings.speech_source)

    def values(self) -> dict[str, object]:
        return {
            "by_language": self.by_language.isChecked(),
            "language_voices": tuple(row.chosen() for row in self.rows.values()),
        }

    def show_voices(self, voices: Sequence[VoiceChoice]) -> None:
        """Takes the place of what was known of the sources named here."""
        told = {voice.source for voice in voices}
        self._voices = [voice for voice in self._voices if voice.source not in told] + list(voices)
        self._offer_voices()

    def set_server(self, server: str) -> None:
        if server != self._server:
            self._server = server
            self._offer_voices()
            self.show_source(self._source)

    def show_source(self, source: SpeechSource) -> None:
        """Says what happens with a language that is not listed, which depends on who speaks otherwise."""
        self._source = source
        if source is SpeechSource.SERVER:
            hint = self.tr(
                "{server} speaks every language by itself. One that is listed here is said by the voice beside it."
            )
            self._switch_row.set_hint(hint.format(server=self._server))
        else:
            hint = self.tr(
                "What your voice does not speak is said by a built-in voice, or by espeak-ng where it is here."
            )
            self._switch_row.set_hint(hint)
        self._enable()

    def show_trial(self, *, playing: bool, error: UserError | None) -> None:
        """Beside the row that was asked to speak."""
        if self._playing is not None:
            self._playing.show_trial(playing=playing, error=error)
            if not playing:
                self._playing = None

    def is_playing(self) -> bool:
        return self._playing is not None

    def enable_trials(self, *, enabled: bool) -> None:
        for row in self.rows.values():
            row.try_button.setEnabled(enabled or row is self._playing)

    def _add_chosen(self) -> None:
        """The new row has the focus: its voice is what one wants to choose next."""
        language = self.language.value()
        if not language:
            return
        offered = [voice for voice in self._voices if voice.source is not SpeechSource.SERVER]
        speaks = [voice for voice in offered if base_language(voice.language) == language]
        name = next((voice.name for voice in self._voices if voice.source is SpeechSource.SERVER), "")
        first = (speaks[0].source, speaks[0].name) if speaks else (SpeechSource.SERVER, name)
        row = self._add_language(LanguageVoice(language, *first))
        self._offer_languages()
        self._enable()
        row.voice.setFocus()
        self.changed.emit()

    def _add_language(self, voice: LanguageVoice) -> LanguageRow:
        row = self.rows[voice.language] = LanguageRow(voice.language)
        self.add(row, above=self._add_row)
        row.show()  # the layout would show it later, and it could not take the focus now
        row.offer(self._choices(voice))
        row.choose(voice.source, voice.voice)
        row.changed.connect(self.changed)
        row.try_clicked.connect(lambda: self._try(row))
        row.remove_clicked.connect(lambda: self._remove(row))
        return row

    def _remove(self, row: LanguageRow) -> None:
        """The focus goes to the row below, and behind the last one to the languages that can be added."""
        if row is self._playing:
            self.try_stopped.emit()
        after = list(self.rows.values())
        below = after[after.index(row) + 1 :]
        self._take_away(row)
        self._offer_languages()
        (below[0].voice if below else self.language).setFocus()
        self.changed.emit()

    def _take_away(self, row: LanguageRow) -> None:
        if row is self._playing:
            self._playing = None
        del self.rows[row.language]
        self.remove(row)

    def _try(self, row: LanguageRow) -> None:
        if row is self._playing:
            self.try_stopped.emit()
            return
        if self._playing is not None:
            self._playing.show_trial(playing=False, error=None)
        self._playing = row
        self.try_requested.emit(row.chosen())

    def _switched(self) -> None:
        self._enable()
        self.changed.emit()

    def _enable(self) -> None:
        on = self.by_language.isChecked()
        for row in [*self.rows.values(), self._add_row]:
            row.setEnabled(on)

    def _offer_languages(self) -> None:
        """Those that have no row yet, by their own names."""
        left = sorted((own_name(language), language) for language in LANGUAGES if language not in self.rows)
        self.language.set_choices([(self.tr("Choose a language"), ""), *left])
        self.language.set_value("")

    def _offer_voices(self) -> None:
        for row in self.rows.values():
            chosen = row.chosen()
            row.offer(self._choices(chosen))
            row.choose(chosen.source, chosen.voice)

    def _choices(self, chosen: LanguageVoice) -> list[tuple[str, str]]:
        """The voices of this machine that speak the language, and all of the server's."""
        offered = [
            (self._label(voice.source, voice.label), value_of(voice.source, voice.name))
            for voice in sorted(self._voices, key=lambda voice: voice.source is SpeechSource.SERVER)
            if voice.source is SpeechSource.SERVER or base_language(voice.language) == chosen.language
        ]
        value = value_of(chosen.source, chosen.voice)
        if value not in [known for _label, known in offered]:
            usual = self.tr("Its usual voice") if chosen.source is not SpeechSource.SERVER else ""
            offered.append((self._label(chosen.source, chosen.voice or usual), value))
        return offered

    def _label(self, source: SpeechSource, voice: str) -> str:
        names = {
            SpeechSource.SERVER: self._server,
            SpeechSource.HIBARI: "Hibari",
            SpeechSource.PICO: "Pico",
            SpeechSource.ESPEAK: "espeak-ng",
        }
        return f"{names[source]} · {voice}" if voice else names[source]


def value_of(source: SpeechSource, voice: str) -> str:
    """A source and its voice as one value of a choice."""
    return f"{source.value} {voice}"
