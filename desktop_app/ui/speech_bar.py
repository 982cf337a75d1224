"""The bar that is there while something is, or is about to be, spoken: how loud, which sentence, and its keys."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QLocale, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSpacerItem, QWidget

from desktop_app.domain.speech_state import SpeechState
from desktop_app.ui.actions import ACTIONS, default_key
from desktop_app.ui.motion import motion_reduced
from desktop_app.ui.parts import IconButton, OneLine, label, look
from desktop_app.ui.theme import Theme
from desktop_app.ui.value_button import ValueButton

_HEIGHT: Final = 46
_SPEEDS: Final = (0.5, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)
_VOLUMES: Final = (0.0, 0.1, 0.25, 0.5, 0.75, 1.0)
_WORDS_FROM, _METER_FROM, _NARROWEST = 580, 460, 380
"""Pixels of width for all the words, and for the meter too."""

_BARS: Final = 14
_PITCH: Final = 5
_BAR_WIDTH: Final = 3
_TALLEST: Final = 20


class SpeechBar(QFrame):
    """``views.SpeechBarView``."""

    previous_requested = Signal()
    pause_toggled = Signal()
    next_requested = Signal()
    repeat_requested = Signal()
    speed_chosen = Signal(float)
    volume_chosen = Signal(float)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        look(self, "card")
        self.setFixedHeight(_HEIGHT)
        self._meter = _LevelMeter(theme)
        self._state, self._place = label(""), label("", "pill-muted")
        self._said = OneLine("pill-muted")
        self._previous = IconButton("back", self.tr("Previous sentence"), size=14)
        self._pause = IconButton("pause", self.tr("Pause"), size=14)
        self._pause.setCheckable(True)  # its name stays, its state says which way it is
        self._next = IconButton("forward", self.tr("Next sentence"), size=14)
        self._repeat = IconButton("repeat", self.tr("Repeat sentence"), size=14)
        self._repeat.clicked.connect(self.repeat_requested)
        self._previous.clicked.connect(self.previous_requested)
        self._pause.toggled.connect(self._toggle)  # a screen reader toggles without a click
        self._next.clicked.connect(self.next_requested)
        self._make_values()
        self._shown = SpeechState.IDLE
        self._count = (0, 0)
        self._after_meter = QSpacerItem(12, 0)
        self._lay_out()
        self.show_keys({spec.id: default_key(spec.id) for spec in ACTIONS})
        self.hide()

    def set_speech(self, state: SpeechState, sentence: int, of: int) -> None:
        self._shown = state
        self._state.setText(self._words(state))
        self._count = (sentence, of) if state is not SpeechState.PREPARING else (0, 0)
        self._show_place()
        paused = state is SpeechState.PAUSED
        self._check_pause(paused)
        self._pause.show_icon("play" if paused else "pause")
        if state is not SpeechState.SPEAKING:
            self._meter.rest()
        self.setVisible(state is not SpeechState.IDLE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_place()
        self._meter.setVisible(self.width() >= _METER_FROM)
        self._after_meter.changeSize(12 if self.width() >= _METER_FROM else 0, 0)

    def minimumSizeHint(self) -> QSize:
        """That of a bar without what it leaves out where there is little room."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), _NARROWEST), least.height())

    def _show_place(self) -> None:
        number, of = self._count
        short = self.width() < _WORDS_FROM
        if not number:
            words = ""
        elif of:
            words = self.tr("{number} of {of}") if short else self.tr("sentence {number} of {of}")
        else:
            words = self.tr("sentence {number}")
        self._place.setText(words.format(number=number, of=of))

    def set_words(self, words: str) -> None:
        self._said.setText(words)

    def set_level(self, level: float) -> None:
        if self._shown is SpeechState.SPEAKING:
            self._meter.push(level)

    def set_speed(self, speed: float) -> None:
        self._speed.show_value(speed)

    def set_volume(self, volume: float) -> None:
        self._volume.show_value(volume, "speaker" if volume > 0 else "speaker-off")

    def set_theme(self, theme: Theme) -> None:
        self._meter.set_theme(theme)

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """``keys`` by action, as a person reads them on this system."""
        self._previous.describe(self.tr("Previous sentence"), keys["previous"])
        self._next.describe(self.tr("Next sentence"), keys["next"])
        self._repeat.describe(self.tr("Repeat sentence"), keys["repeat"])
        in_page = self.tr("{key} in the page").format(key=keys["pause"]) if keys["pause"] else ""
        self._pause.describe(self.tr("Pause"), in_page)
        speed, volume = self.tr("Speed of speech ({faster}, {slower})"), self.tr("Volume ({louder}, {quieter})")
        self._speed.setToolTip(speed.format(faster=keys["faster"], slower=keys["slower"]))
        self._volume.setToolTip(volume.format(louder=keys["louder"], quieter=keys["quieter"]))

    def _toggle(self) -> None:
        self._check_pause(self._shown is SpeechState.PAUSED)  # the state is what is heard, not what was pressed
        self.pause_toggled.emit()

    def _check_pause(self, checked: bool) -> None:  # noqa: FBT001 - as setChecked has it
        with QSignalBlocker(self._pause):
            self._pause.setChecked(checked)

    def _words(self, state: SpeechState) -> str:
        return {
            SpeechState.IDLE: "",
            SpeechState.PREPARING: self.tr("Preparing"),
            SpeechState.SPEAKING: self.tr("Speaking"),
            SpeechState.PAUSED: self.tr("Paused"),
        }[state]

    def _make_values(self) -> None:
        self._speed = ValueButton(self.tr("Speed"), least=0.5, most=3.0, usual=_SPEEDS, words=_speed_words)
        self._volume = ValueButton(self.tr("Volume"), least=0.0, most=1.0, usual=_VOLUMES, words=_volume_words)
        self._speed.chosen.connect(self.speed_chosen)
        self._volume.chosen.connect(self.volume_chosen)
        self.set_speed(1.0)
        self.set_volume(1.0)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 0, 14, 0)
        layout.setSpacing(1)
        layout.addWidget(self._meter)
        layout.addSpacerItem(self._after_meter)
        layout.addWidget(self._state)
        layout.addSpacing(12)
        layout.addWidget(self._place)
        layout.addSpacing(12)
        layout.addWidget(self._said, 1)
        layout.addSpacing(12)
        layout.addWidget(self._keys())
        layout.addSpacing(2)
        layout.addWidget(self._volume)
        layout.addSpacing(6)
        layout.addWidget(self._speed)

    def _keys(self) -> QWidget:
        """Back and on point the same way in every script, as on every player."""
        keys = QWidget()
        keys.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        layout = QHBoxLayout(keys)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for part in (self._repeat, self._previous, self._pause, self._next):
            layout.addWidget(part)
        return keys


class _LevelMeter(QWidget):
    """The last levels as bars, newest at the end. It moves only when a level comes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._levels: deque[float] = deque([0.0] * _BARS, maxlen=_BARS)
        self.setFixedSize(QSize((_BARS - 1) * _PITCH + _BAR_WIDTH, _TALLEST + 2))

    def push(self, level: float) -> None:
        if motion_reduced():
            self._levels.extend([0.35] * _BARS)  # says that something sounds, and keeps still
        else:
            self._levels.append(min(max(level, 0.0), 1.0))
        self.update()

    def rest(self) -> None:
        self._levels.extend([0.0] * _BARS)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.accent))
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        for place, level in enumerate(self._levels):
            height = _BAR_WIDTH + level * (_TALLEST - _BAR_WIDTH)
            bar = QRectF(place * _PITCH, (self.height() - height) / 2, _BAR_WIDTH, height)
            painter.drawRoundedRect(bar, _BAR_WIDTH / 2, _BAR_WIDTH / 2)


def _volume_words(volume: float) -> str:
    return f"{QLocale().toString(round(volume * 100))}\N{NARROW NO-BREAK SPACE}%"


def _speed_words(speed: float) -> str:
    digits = 1 if abs(speed * 10 - round(speed * 10)) < 1e-6 else 2
    return f"{QLocale().toString(speed, 'f', digits)}×"
