"""What of an answer is said: one row for each kind of thing that is not plain prose."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.choices import SaidAddresses, SaidCode, SaidEmoji, SaidMaths, SaidQuotes, SaidTables
from desktop_app.domain.settings import Settings
from desktop_app.ui.settings.choice import Choice
from desktop_app.ui.settings.page import Page, Row
from desktop_app.ui.settings.switch import Switch


class SaidPage(Page):
    """Choices and switches by the names their settings have."""

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("What is said"))
        self.choices: dict[str, Choice] = {}
        self.switches: dict[str, Switch] = {}
        self._add_blocks()
        self._add_pieces()
        self._add_switches()

    def fill(self, settings: Settings) -> None:
        for name, choice in self.choices.items():
            choice.set_value(getattr(settings, name))
        for name, switch in self.switches.items():
            switch.setChecked(getattr(settings, name))

    def values(self) -> dict[str, object]:
        chosen: dict[str, object] = {name: choice.value() for name, choice in self.choices.items()}
        return chosen | {name: switch.isChecked() for name, switch in self.switches.items()}

    def _add_blocks(self) -> None:
        code = [
            (self.tr("Skip it"), SaidCode.SKIP),
            (self.tr("Say that it is there: “Code, Python, 24 lines”"), SaidCode.ANNOUNCE),
            (self.tr("Read it line by line"), SaidCode.READ),
        ]
        row = self._choice("said_code", self.tr("Code blocks"), self.tr("What is said of a block of code"), code)
        row.set_hint(self.tr("“Read” beside a block reads it whatever is chosen here."))
        tables = [
            (self.tr("Read row by row"), SaidTables.READ),
            (self.tr("Say that it is there, then read it"), SaidTables.ANNOUNCE_AND_READ),
            (self.tr("Say that it is there"), SaidTables.ANNOUNCE),
            (self.tr("Skip it"), SaidTables.SKIP),
        ]
        tip = self.tr("What is said of a table; each cell is read behind its column's heading")
        self._choice("said_tables", self.tr("Tables"), tip, tables)
        quotes = [
            (self.tr("Read"), SaidQuotes.READ),
            (self.tr("Say “Quote” first"), SaidQuotes.ANNOUNCE),
            (self.tr("Skip"), SaidQuotes.SKIP),
        ]
        self._choice("said_quotes", self.tr("Quotations"), self.tr("What is said of a quotation set apart"), quotes)

    def _add_pieces(self) -> None:
        maths = [
            (self.tr("Read in words: “x squared”"), SaidMaths.READ),
            (self.tr("Say “formula”"), SaidMaths.ANNOUNCE),
            (self.tr("Skip"), SaidMaths.SKIP),
        ]
        self._choice("said_maths", self.tr("Formulas"), self.tr("What is said of mathematics"), maths)
        addresses = [
            (self.tr("Say the site: “example.org”"), SaidAddresses.HOST),
            (self.tr("Read the whole address"), SaidAddresses.WHOLE),
            (self.tr("Skip"), SaidAddresses.SKIP),
        ]
        tip = self.tr("What is said of an address in the text; a link with words is said by its words")
        self._choice("said_addresses", self.tr("Web addresses"), tip, addresses)
        emoji = [(self.tr("Skip"), SaidEmoji.SKIP), (self.tr("Say what they show"), SaidEmoji.NAME)]
        self._choice("said_emoji", self.tr("Emoji"), self.tr("What is said of emoji"), emoji)

    def _add_switches(self) -> None:
        tip = self.tr("The words that stand for a picture")
        self._switch("said_images", self.tr("Images"), self.tr("Say their descriptions"), tip)
        tip = self.tr("The number of each item of a numbered list")
        self._switch("said_numbers", self.tr("Numbered lists"), self.tr("Say the numbers"), tip)
        tip = self.tr("Marks like [1] that point to a source or a footnote")
        self._switch("said_notes", self.tr("Citations"), self.tr("Say their numbers"), tip)
        tip = self.tr("Text that the answer wrote between tags")
        self._switch("said_html", self.tr("HTML"), self.tr("Read the words between the tags"), tip)

    def _choice(self, setting: str, name: str, tip: str, choices: Sequence[tuple[str, str]]) -> Row:
        choice = self.choices[setting] = Choice()
        choice.set_choices(choices)
        choice.changed.connect(self.changed)
        return self.add(Row(name, choice, tip=tip))

    def _switch(self, setting: str, name: str, text: str, tip: str) -> None:
        switch = self.switches[setting] = Switch(text)
        switch.toggled.connect(self.changed)
        self.add(Row(name, switch, tip=tip))
