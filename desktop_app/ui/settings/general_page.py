"""How Aloud looks, and what each conversation begins with."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit

from desktop_app.domain.choices import Appearance, InterfaceLanguage
from desktop_app.domain.settings import Settings
from desktop_app.ui.language_names import own_name
from desktop_app.ui.settings.choice import Choice
from desktop_app.ui.settings.page import Page, Row
from desktop_app.ui.settings.switch import Switch

_LONGEST_PROMPT = 100_000
_PROMPT_HEIGHT = 120


class GeneralPage(Page):
    """Appearance, system prompt, streaming."""

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("General"))
        self.appearance = Choice()
        self.language = Choice()
        self.prompt = QPlainTextEdit()
        self.prompt.setTabChangesFocus(True)
        self.prompt.setFixedHeight(_PROMPT_HEIGHT)
        self.prompt.setPlaceholderText(self.tr("You are a helpful assistant who answers briefly."))
        self.streaming = Switch(self.tr("Show the answer as it is written"))
        self.tell_heard = Switch(self.tr("Tell the model how much was heard"))
        self.appearance.set_choices(
            [
                (self.tr("As the system"), Appearance.SYSTEM),
                (self.tr("Light"), Appearance.LIGHT),
                (self.tr("Dark"), Appearance.DARK),
            ]
        )
        ours = [language for language in InterfaceLanguage if language is not InterfaceLanguage.SYSTEM]
        self.language.set_choices(
            [
                (self.tr("As the system"), InterfaceLanguage.SYSTEM),
                *((own_name(language.value), language) for language in ours),
            ]
        )
        self._add_rows()
        self.appearance.changed.connect(self.changed)
        self.language.changed.connect(self.changed)
        self.prompt.textChanged.connect(self._check)
        self.streaming.toggled.connect(self.changed)
        self.tell_heard.toggled.connect(self.changed)

    def fill(self, settings: Settings) -> None:
        self.appearance.set_value(settings.appearance)
        self.language.set_value(settings.interface_language)
        self.prompt.setPlainText(settings.system_prompt)
        self.streaming.setChecked(settings.streaming)
        self.tell_heard.setChecked(settings.tell_heard)

    def values(self) -> dict[str, object]:
        return {
            "appearance": self.appearance.value(),
            "interface_language": self.language.value(),
            "system_prompt": self.prompt.toPlainText(),
            "streaming": self.streaming.isChecked(),
            "tell_heard": self.tell_heard.isChecked(),
        }

    def _add_rows(self) -> None:
        tip = self.tr("Light or dark, or as the system is")
        self.add(Row(self.tr("Appearance"), self.appearance, tip=tip))
        tip = self.tr("The language of menus, buttons and notices")
        self.add(Row(self.tr("Language"), self.language, tip=tip)).set_hint(
            self.tr("Another language is in force when Aloud is started again.")
        )
        tip = self.tr("What the model is told before each conversation")
        self._prompt_row = self.add(Row(self.tr("System prompt"), self.prompt, tip=tip))
        self._prompt_row.set_hint(self.tr("Sent at the head of each conversation. Empty sends none."))
        tip = self.tr("Off: the answer is shown and spoken when the whole of it has come")
        self.add(Row(self.tr("Streaming"), self.streaming, tip=tip))
        tip = self.tr("On: the next question says at which word the voice was stopped, and the rest is not sent")
        self.add(Row(self.tr("Stopped answers"), self.tell_heard, tip=tip)).set_hint(
            self.tr("“Go on” then goes on behind the last word you heard. What you only read, the model forgets.")
        )

    def _check(self) -> None:
        too_long = len(self.prompt.toPlainText()) > _LONGEST_PROMPT
        words = self.tr("The system prompt is longer than {limit} characters.")
        self._prompt_row.set_problem(words.format(limit=f"{_LONGEST_PROMPT:n}") if too_long else "")
        self.changed.emit()
