"""A question that was asked is written anew: sent, it becomes another version of itself, and nothing is overwritten."""

from __future__ import annotations

from desktop_app.domain.attachments import is_attachment
from desktop_app.domain.messages import Message
from desktop_app.presenters.views import ComposerView, EditingView


class Editing:
    """``message_id``: the question whose new version is in the box; None while there is none."""

    def __init__(self, composer: ComposerView) -> None:
        self._composer = composer
        self.message_id: str | None = None

    def begin(self, message: Message) -> None:
        self.message_id = message.id
        parts = [part for part in message.parts if is_attachment(part)]
        if isinstance(self._composer, EditingView):
            self._composer.begin_edit(message.text, parts)
        else:
            self._composer.set_draft(message.text, parts)
        self._composer.focus()

    def end(self) -> bool:
        """It was sent, or is not to be; False where nothing was being edited."""
        if self.message_id is None:
            return False
        self.message_id = None
        if isinstance(self._composer, EditingView):
            self._composer.end_edit()
        else:
            self._composer.set_draft("")
        return True
