"""Who speaks, how, and out of what."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QLineEdit

from desktop_app.domain.choices import IfPhraseFails, SpeechSource
from desktop_app.domain.errors import UserError
from desktop_app.domain.settings import OPENAI_URL, Settings
from desktop_app.presenters.views import VoiceChoice
from desktop_app.ui import parts, words
from desktop_app.ui.settings.choice import Choice
from desktop_app.ui.settings.device_choice import DeviceChoice
from desktop_app.ui.settings.page import Page, Row
from desktop_app.ui.settings.speed_slider import SpeedSlider, VolumeSlider
from desktop_app.ui.settings.switch import Switch

_LONGEST_NAME = 200
_LONGEST_MANNER = 4096
_LEAD_INS = (0.0, 0.25, 0.5, 1.0, 1.5, 2.0, 3.0)
_SPEECH_MODELS = ("gpt-4o-mini-tts", "tts-1", "tts-1-hd")


class VoicePage(Page):
    """``try_requested`` and ``try_stopped`` are the two sides of one button; ``voices_requested`` names the source."""

    try_requested = Signal()
    try_stopped = Signal()
    voices_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Voice"))
        self.spoken = Switch(self.tr("Speak answers as they are written"))
        self.source = Choice()
        self.speech_model = Choice(free=True)
        self.voice = Choice(free=True)
        self.try_button = parts.button(self.tr("Try"))
        self.manner = QLineEdit()
        self.speed = SpeedSlider()
        self.volume = VolumeSlider()
        self.device = DeviceChoice()
        self.lead_in = Choice()
        self.if_fails = Choice()
        self._speed_shown = parts.label("")
        self._volume_shown = parts.label("")
        self._source = SpeechSource.SERVER
        self._voices: list[VoiceChoice] = []
        self._chosen_voices: dict[SpeechSource, str] = {}
        self._playing = False
        self._host = ""
        self._add_rows()
        self._connect()

    def fill(self, settings: Settings, voices: Sequence[VoiceChoice], devices: Sequence[str]) -> None:
        self._voices = list(voices)
        self._chosen_voices = {settings.speech_source: settings.voice}
        self._source = settings.speech_source
        self.set_server(settings.server_url)
        self.spoken.setChecked(settings.spoken_replies)
        self.speech_model.set_value(settings.speech_model)
        self.manner.setText(settings.manner)
        self.speed.set_speed(settings.speed)
        self.volume.set_volume(settings.volume)
        self.device.choose(settings.output_device)
        self.device.show_devices(devices)
        self._offer_lead_ins(settings.lead_in)
        self.if_fails.set_value(settings.if_phrase_fails)
        self._show_source()
        self._show_speed()
        self.show_trial(playing=False, error=None)
        self._check()

    def values(self) -> dict[str, object]:
        return {
            "spoken_replies": self.spoken.isChecked(),
            "speech_source": self._source,
            "speech_model": self.speech_model.value(),
            "voice": self.voice.value(),
            "manner": self.manner.text().strip(),
            "speed": self.speed.speed(),
            "volume": self.volume.volume(),
            "lead_in": float(self.lead_in.value()),
            "output_device": self.device.value(),
            "if_phrase_fails": self.if_fails.value(),
        }

    def is_playing(self) -> bool:
        return self._playing

    @property
    def server_name(self) -> str:
        """What the server is called in the lists of sources."""
        return self._host or self.tr("The server")

    def chosen_source(self) -> SpeechSource:
        return self._source

    def set_server(self, url: str) -> None:
        """The server's name in the list of sources follows its address."""
        host = urlsplit(url).hostname or ""
        self._host = "OpenAI" if host == urlsplit(OPENAI_URL).hostname else host
        self._offer_sources()

    def show_voices(self, voices: Sequence[VoiceChoice]) -> None:
        """Takes the place of what was known of the sources named here; other sources keep their voices."""
        told = {voice.source for voice in voices}
        self._voices = [voice for voice in self._voices if voice.source not in told] + list(voices)
        self._chosen_voices[self._source] = self.voice.value()
        self._offer_sources()
        self._show_source()
        self._check()

    def show_trial(self, *, playing: bool, error: UserError | None) -> None:
        self._playing = playing
        self.try_button.setText(self.tr("Stop") if playing else self.tr("Try"))
        self.try_button.setAccessibleName(self.tr("Stop the voice") if playing else self.tr("Try the voice"))
        self.try_button.setToolTip(self.tr("Silence") if playing else self.tr("Says a sentence in this voice"))
        self._voice_row.set_trouble(words.sentence(error) if error else "")

    def _add_rows(self) -> None:
        tip = self.tr("Off: no answer is spoken, and no speech is asked for")
        self.add(Row(self.tr("Spoken replies"), self.spoken, tip=tip))
        tip = self.tr("The server's speech, or a voice on this machine")
        self.add(Row(self.tr("Speech from"), self.source, tip=tip)).set_hint(
            self.tr("Built-in voices keep speech on this machine.")
        )
        tip = self.tr("The server's model that makes speech")
        self._model_row = self.add(Row(self.tr("Speech model"), self.speech_model, tip=tip))
        self.speech_model.set_name(self.tr("Speech model"))
        self.speech_model.set_choices([(name, name) for name in _SPEECH_MODELS])
        tip = self.tr("Who is heard")
        self._voice_row = self.add(Row(self.tr("Voice"), self.voice, self.try_button, tip=tip))
        tip = self.tr("How the voice shall speak, in your words")
        self._manner_row = self.add(Row(self.tr("Manner"), self.manner, tip=tip))
        self.manner.setPlaceholderText(self.tr("Calm, a little slower at numbers"))
        tip = self.tr("How fast answers are spoken")
        self.add(Row(self.tr("Speed"), self.speed, self._speed_shown, tip=tip))
        tip = self.tr("How loud answers are spoken")
        self.add(Row(self.tr("Volume"), self.volume, self._volume_shown, tip=tip))
        for shown in (self._speed_shown, self._volume_shown):
            shown.setMinimumWidth(shown.fontMetrics().horizontalAdvance("0.00×"))
            shown.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        tip = self.tr("Where answers are heard")
        self.add(Row(self.tr("Output device"), self.device, tip=tip))
        tip = self.tr("Silence that wakes a wireless speaker, so that it does not swallow the first words")
        self.add(Row(self.tr("Wake the device"), self.lead_in, tip=tip))
        tip = self.tr("What happens to a phrase the server will not say")
        self.add(Row(self.tr("If a phrase fails"), self.if_fails, tip=tip))
        self.if_fails.set_choices(
            [
                (self.tr("Let the built-in voice say it"), IfPhraseFails.BUILT_IN),
                (self.tr("Skip it"), IfPhraseFails.SKIP),
            ]
        )

    def _connect(self) -> None:
        for field in (self.speech_model, self.voice, self.device, self.if_fails):
            field.changed.connect(self._check)
        self.spoken.toggled.connect(self.changed)
        self.source.changed.connect(self._source_chosen)
        self.manner.textChanged.connect(self._check)
        self.speed.changed.connect(self._show_speed)
        self.volume.changed.connect(self._show_speed)
        self.lead_in.changed.connect(self._check)
        self.try_button.clicked.connect(self._try_clicked)

    def _try_clicked(self) -> None:
        (self.try_stopped if self._playing else self.try_requested).emit()

    def _source_chosen(self) -> None:
        self._chosen_voices[self._source] = self.voice.value()
        self._source = SpeechSource(self.source.value())
        self._show_source()
        self._check()
        self.voices_requested.emit(self._source)

    def _offer_sources(self) -> None:
        """The server always, a voice of this machine where it is here, or chosen."""
        there = {voice.source for voice in self._voices} | {SpeechSource.SERVER, self._source}
        labels = {
            SpeechSource.SERVER: self.server_name,
            SpeechSource.HIBARI: self.tr("Built in: Hibari"),
            SpeechSource.PICO: self.tr("Built in: Pico"),
            SpeechSource.ESPEAK: self.tr("This system: espeak-ng"),
        }
        self.source.set_choices([(label, source.value) for source, label in labels.items() if source in there])
        self.source.set_value(self._source)

    def _offer_lead_ins(self, chosen: float) -> None:
        """One that the settings file names by hand is offered too."""
        offered = sorted({*_LEAD_INS, chosen})
        labels = [self.tr("{seconds} s").format(seconds=QLocale().toString(value, "g", 3)) for value in offered]
        labels[0] = self.tr("Not needed")
        self.lead_in.set_choices([(label, str(value)) for label, value in zip(labels, offered, strict=True)])
        self.lead_in.set_value(str(chosen))

    def _show_source(self) -> None:
        """A server takes any voice, a model and a manner; a voice of this machine only has its list."""
        from_server = self._source is SpeechSource.SERVER
        self._model_row.setVisible(from_server)
        self._manner_row.setVisible(from_server)
        listed = [(voice.label, voice.name) for voice in self._voices if voice.source is self._source]
        usual = Settings().voice if from_server else ""
        chosen = self._chosen_voices.get(self._source, usual)
        if not from_server:
            listed.insert(0, (self.tr("Its usual voice"), ""))
            if chosen not in [name for _label, name in listed]:
                listed.append((chosen, chosen))
        self.voice.set_free(free=from_server)
        self.voice.set_name(self.tr("Voice"))
        self.voice.set_choices(listed)
        self.voice.set_value(chosen)

    def _show_speed(self) -> None:
        shown = f"{self.speed.speed():.2f}".removesuffix("0")
        self._speed_shown.setText(f"{shown}×")
        self._volume_shown.setText(f"{round(self.volume.volume() * 100)}\N{NARROW NO-BREAK SPACE}%")
        self.changed.emit()

    def _check(self) -> None:
        from_server = self._source is SpeechSource.SERVER
        self._model_row.set_problem(self._name_problem(self.speech_model.value(), from_server))
        self._voice_row.set_problem(self._name_problem(self.voice.value(), from_server))
        too_long = len(self.manner.text()) > _LONGEST_MANNER
        self._manner_row.set_problem(self.tr("That is longer than 4,096 characters.") if too_long else "")
        self.changed.emit()

    def _name_problem(self, name: str, needed: bool) -> str:  # noqa: FBT001 - private, and read at its two calls
        if len(name) > _LONGEST_NAME:
            return self.tr("A name has at most {limit} characters.").format(limit=_LONGEST_NAME)
        return self.tr("The server needs a name here.") if needed and not name else ""
