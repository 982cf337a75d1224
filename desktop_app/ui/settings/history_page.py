"""What is kept on this computer and for how long: conversations, their sound, and what becomes of them."""

from __future__ import annotations

from desktop_app.domain.settings import Settings
from desktop_app.ui.settings.kept_sound_row import KeptSoundRow
from desktop_app.ui.settings.page import Page


class HistoryPage(Page):
    """The sound that is kept with messages."""

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("History"))
        self.kept_sound = KeptSoundRow()
        self._add_rows()
        self.kept_sound.changed.connect(self.changed)

    def fill(self, settings: Settings) -> None:
        self.kept_sound.fill(settings.kept_sound)

    def values(self) -> dict[str, object]:
        return {"kept_sound": self.kept_sound.megabytes()}

    def _add_rows(self) -> None:
        self.add(self.kept_sound)
