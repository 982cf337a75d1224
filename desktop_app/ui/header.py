"""The line above the page: what the conversation is called, who answers, who speaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.choices import SpeechSource
from desktop_app.ui.actions import default_key
from desktop_app.ui.parts import IconButton, button, label, line, look
from desktop_app.ui.title_field import TitleLine

if TYPE_CHECKING:
    from desktop_app.presenters.views import VoiceChoice
    from desktop_app.ui.choice_menu import ChoiceMenu

HEIGHT: Final = 52
_WIDEST_VALUE: Final = 190
_NARROWEST_VALUE: Final = 64


class Header(QWidget):
    """``views.HeaderView``. ``models_wanted`` and ``voices_wanted``: a menu is about to be read, fill it."""

    title_changed = Signal(str)
    title_edited = Signal(str)
    """A person has written another one."""
    model_chosen = Signal(str)
    voice_chosen = Signal(object)
    models_wanted = Signal()
    models_shown = Signal(object)
    """The models the menu offers now."""
    voices_wanted = Signal()
    settings_requested = Signal()
    sidebar_requested = Signal()
    running_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        look(self, "page")
        self._voices: Sequence[VoiceChoice] = ()
        self._side_shown = True
        self._sidebar = IconButton("sidebar", self.tr("Conversations and settings"), default_key("sidebar"), 18)
        self._sidebar.setCheckable(True)  # its name stays, its state says whether they are there
        look(self._sidebar, "plain")
        self._sidebar.clicked.connect(self._ask_for_side)
        self._title = TitleLine()
        self._title.edited.connect(self.title_edited)
        self._running: QPushButton | None = None
        self._running_key = default_key("running")
        self._model = _PillButton(self.tr("Model"), self.tr("Who answers"))
        self._voice = _PillButton(self.tr("Voice"), self.tr("Who speaks"))
        self._model.chosen.connect(lambda model: self.model_chosen.emit(str(model)))
        self._model.settings_requested.connect(self.settings_requested)
        self._model.choices_wanted.connect(self.models_wanted)
        self._voice.chosen.connect(self.voice_chosen)
        self._voice.settings_requested.connect(self.settings_requested)
        self._voice.choices_wanted.connect(self.voices_wanted)
        self._lay_out()

    def set_title(self, title: str) -> None:
        self._title.setText(title)
        self.title_changed.emit(title)

    def edit_title(self) -> None:
        self._title.edit()

    def set_model(self, model: str) -> None:
        self._model.set_value(model)
        self._model.choices.set_current(model)

    def set_voice(self, voice: str) -> None:
        """``voice``: a choice's name or its label."""
        known = next((choice for choice in self._voices if voice in {choice.name, choice.label}), None)
        self._voice.set_value(known.label if known else voice)
        self._voice.choices.set_current(known.label if known else voice)

    def set_running(self, count: int) -> None:
        """``views.RunningView``; the button is made when there is something to say first."""
        if count and self._running is None:
            self._running = button("", "pill", accessible=self.tr("Running work"))
            self._running.setFixedHeight(31)
            self._running.clicked.connect(self.running_requested)
            self._row.insertWidget(self._row.indexOf(self._model), self._running, 0, Qt.AlignmentFlag.AlignVCenter)
        if self._running is not None:
            self._running.setText(self.tr("1 running") if count == 1 else self.tr("%n running", "", count))
            self._running.setAccessibleDescription(self._running.text())
            key = f" ({self._running_key})" if self._running_key else ""
            self._running.setToolTip(self.tr("What is running, and the way to stop it") + key)
            self._running.setVisible(count > 0)

    def show_models(self, models: Sequence[str]) -> None:
        from desktop_app.ui.choice_menu import Choice

        self._model.choices.show_choices([Choice(model, model) for model in models])
        self.models_shown.emit(models)

    def show_voices(self, voices: Sequence[VoiceChoice]) -> None:
        from desktop_app.ui.choice_menu import Choice

        self._voices = voices
        self._voice.choices.show_choices(
            [Choice(voice.label, voice, self._source_words(voice.source), voice.language) for voice in voices]
        )
        self.set_voice(self._voice.value)

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """``keys`` by action, as a person reads them on this system."""
        self._sidebar.describe(self.tr("Conversations and settings"), keys["sidebar"])
        self._running_key = keys["running"]

    def show_side(self, *, shown: bool) -> None:
        """Whether the side is there: what the button says."""
        self._side_shown = shown
        self._sidebar.setChecked(shown)

    def open_models(self) -> None:
        self._model.open()

    def open_voices(self) -> None:
        self._voice.open()

    def _ask_for_side(self) -> None:
        self._sidebar.setChecked(self._side_shown)  # the state is what is there, not what was pressed
        self.sidebar_requested.emit()

    def _lay_out(self) -> None:
        row = self._row = QHBoxLayout()
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(10)
        row.addWidget(self._sidebar, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._title, 1)
        row.addWidget(self._model, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._voice, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(line())
        self.setFixedHeight(HEIGHT)

    def _source_words(self, source: SpeechSource) -> str:
        return {
            SpeechSource.SERVER: self.tr("The server"),
            SpeechSource.HIBARI: self.tr("Built in"),
            SpeechSource.PICO: self.tr("Pico, on this machine"),
            SpeechSource.ESPEAK: self.tr("eSpeak, on this machine"),
        }[source]


class _PillButton(QPushButton):
    """A small boxed button: what it sets in grey, what is set in ink, and a mark that it opens."""

    chosen = Signal(object)
    settings_requested = Signal()
    choices_wanted = Signal()

    def __init__(self, caption: str, tip: str) -> None:
        super().__init__()
        self._tip = tip
        self._menu: ChoiceMenu | None = None
        self.value = ""
        self._always = 0  # pixels that are taken whatever the value
        self.setAccessibleName(caption)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look(self, "pill")
        self._caption, self._value = label(caption, "pill-muted"), label("", "pill")
        self._mark = label("▾", "pill")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 0, 10, 0)
        self._row.setSpacing(4)
        for part in (self._caption, self._value, self._mark):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._row.addWidget(part)
        self.set_value("")
        self.pressed.connect(self._open_first)

    @property
    def choices(self) -> ChoiceMenu:
        """The menu; made when somebody knows what is in it or wants to see it."""
        if self._menu is None:
            from desktop_app.ui.choice_menu import ChoiceMenu

            self._menu = ChoiceMenu(self)
            self._menu.chosen.connect(self.chosen)
            self._menu.settings_requested.connect(self.settings_requested)
            self._menu.aboutToShow.connect(self.choices_wanted)
            self.setMenu(self._menu)
        return self._menu

    def set_value(self, value: str) -> None:
        self.value = value
        self._value.setVisible(bool(value))
        self.setToolTip(f"{self._tip}: {value}" if value else self._tip)
        self.setAccessibleDescription(value)
        self.updateGeometry()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange} and hasattr(self, "value"):
            self._always = 0
            self._fit()

    def open(self) -> None:
        """The menu, without waiting for its end; the first entry that can be chosen is the current one."""
        menu = self.choices
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        if first := next(filter(QAction.isEnabled, menu.actions()), None):
            menu.setActiveAction(first)

    def _open_first(self) -> None:
        """Pressed before there was a menu, which from then on Qt opens by itself."""
        if self._menu is None:
            self.open()

    def sizeHint(self) -> QSize:
        return QSize(self._besides() + min(self._value_width(), _WIDEST_VALUE), 31)

    def minimumSizeHint(self) -> QSize:
        """A long value gives way, to its beginning, before it pushes the rest of the line out of the window."""
        return QSize(self._besides() + min(self._value_width(), _NARROWEST_VALUE), 31)

    def _fit(self) -> None:
        room = min(max(self.width() - self._besides(), 0), _WIDEST_VALUE)
        shown = self._value.fontMetrics().elidedText(self.value, Qt.TextElideMode.ElideRight, room)
        self._value.setText(shown)

    def _value_width(self) -> int:
        self._value.ensurePolished()  # the style sheet gives it its font
        return self._value.fontMetrics().horizontalAdvance(self.value) + 1

    def _besides(self) -> int:
        """What the caption, the mark and the room around them take."""
        if not self._always:
            margins = self._row.contentsMargins()
            self._always = margins.left() + margins.right() + self._row.spacing()
            self._always += self._caption.sizeHint().width() + self._mark.sizeHint().width()
        return self._always + (self._row.spacing() if self.value else 0)
