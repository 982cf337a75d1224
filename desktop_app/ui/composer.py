"""The box at the foot of the page: what one wants to ask, what goes along with it, and Send, which is Stop."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout

from desktop_app.ui.actions import default_key, key_text
from desktop_app.ui.message_box import MessageBox
from desktop_app.ui.parts import IconButton, look, set_flag
from desktop_app.ui.primary_button import PrimaryButton
from desktop_app.ui.spoken_toggle import SpokenToggle

if TYPE_CHECKING:
    from desktop_app.domain.messages import Part
    from desktop_app.domain.prompts import SavedPrompt
    from desktop_app.ui.composing.attaching import Attaching
    from desktop_app.ui.composing.edit_strip import EditStrip
    from desktop_app.ui.composing.given import Given
    from desktop_app.ui.composing.helpers import Helpers
    from desktop_app.ui.composing.sent import Sent

_INSET: Final = 6  # a button without a box begins so far left of its words
_TOLD_AFTER: Final = 500
"""Milliseconds after a change."""


class Composer(QFrame):
    """``views.ComposerView``, ``WritingView``, ``PromptsView`` and ``EditingView``.

    ``submitted`` carries the text and the attachments (a tuple of Part), and the box is emptied with it; who does not
    take them sets them as draft. ``writing_began``: an empty box got its first word, so something will soon be asked.
    What is submitted before ``begin_to_submit``, or while an attachment is being read, waits in the box.

    Enter submits while busy too, since an answer that is only still being spoken must not keep anyone from asking on.
    """

    submitted = Signal(str, object)
    writing_began = Signal()
    stop_requested = Signal()
    spoken_replies_toggled = Signal(bool)
    draft_changed = Signal(str, object)
    file_given = Signal(int, str)
    picture_pasted = Signal(int, object)
    attachment_removed = Signal(int)
    thumbnails_wanted = Signal(object)
    """A tuple of blobs, whose pictures came back without: ``show_thumbnail`` answers."""
    attachment_refused = Signal(object)
    """An AttachmentError: there are too many."""
    prompts_wanted = Signal()
    asked_wanted = Signal()
    prompt_kept = Signal(object)
    prompt_deleted = Signal(str)
    edit_cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        look(self, "card")
        set_flag(self, "focused", True)  # the window opens with the keyboard here: no second look for the first picture
        self._submits = False
        self._submit_waits = False
        self._behind: tuple[str, Sequence[Part]] | None = None  # a draft that came while a text waits to be submitted
        self._aside: tuple[str, Sequence[Part]] | None = None  # what was typed before an edit
        self._attaching: Attaching | None = None
        self._helpers: Helpers | None = None
        self._strip: EditStrip | None = None
        self._sent: Sent | None = None
        self._stop_key = default_key("stop")
        self._box = MessageBox()
        self._box.setPlaceholderText(self.tr("Ask anything"))
        self._box.setAccessibleName(self.tr("Message"))
        self._box.installEventFilter(self)
        self._box.entered.connect(self._submit)
        self._box.textChanged.connect(self._text_changed)
        self._box.given.connect(self.attach_given)
        self._box.menu_opened.connect(self._add_to_menu)
        self._box.takes_key, self._box.takes_tab = self._takes_key, self._takes_tab
        self._box.has_more_to_undo = lambda: self._sent is not None and self._sent.alone
        self._told = QTimer(self)
        self._told.setSingleShot(True)
        self._told.setInterval(_TOLD_AFTER)
        self._told.timeout.connect(self._tell)
        self._attach = IconButton("attach", self.tr("Attach files"), default_key("attach"), size=18)
        self._attach.clicked.connect(self.choose_files)
        self._spoken = SpokenToggle()
        self._spoken.toggled.connect(self.spoken_replies_toggled)
        self._send = PrimaryButton("send", self.tr("Send"), self.tr("Enter"))
        self._send.clicked.connect(self._submit)
        self._stop = PrimaryButton("stop", self.tr("Stop"), self._stop_key, capped=True)
        self._stop.clicked.connect(self.stop_requested)
        self._stop.hide()
        self._lay_out()
        self._show_sendable()

    # What stands in it

    def begin_to_submit(self) -> None:
        """Somebody listens now."""
        self._submits = True
        self._show_focus()  # where the window was opened behind others the keyboard is not here
        if self._submit_waits:
            self._submit()
        if self._behind is not None:
            (text, parts), self._behind = self._behind, None
            self.restore_draft(text, parts)

    def set_draft(self, text: str, parts: Sequence[Part] = ()) -> None:
        self._box.replace_text(text)
        self._set_parts(parts)

    def begin_draft(self) -> None:
        self._told.stop()
        self._submit_waits = False
        self._begin_text("")
        self._set_parts(())

    def _begin_text(self, text: str) -> None:
        self._sent = None
        self._box.begin_text(text)

    def restore_draft(self, text: str, parts: Sequence[Part]) -> None:
        if self._submit_waits and not self._submits:
            self._behind = (text, parts)
            return
        typed = self._box.toPlainText()
        gap = "\n" if typed and text and not text[-1].isspace() else ""
        if text:
            self._begin_text(f"{text}{gap}{typed}")
        if parts:
            self._add_parts(parts)
        if not typed:
            self._told.stop()  # nothing new in it

    def settle_draft(self) -> None:
        if self._told.isActive():
            self._told.stop()
            self._tell()

    def begin_edit(self, text: str, parts: Sequence[Part]) -> None:
        if self._aside is None:
            self.settle_draft()
            self._aside = (self._box.toPlainText(), self._parts())
        self._begin_text(text)
        self._set_parts(parts)
        self._make_strip().show()

    def end_edit(self) -> None:
        if self._aside is not None:
            (text, parts), self._aside = self._aside, None
            self._begin_text(text)
            self._set_parts(parts)
            self._told.stop()
        if self._strip is not None:
            self._strip.hide()

    # What goes along

    def attach_given(self, given: Given) -> None:
        """Files or a picture that somebody pasted, or dropped on the window."""
        self._make_attaching().take(given)

    def choose_files(self) -> None:
        """Opens the file dialog."""
        self._make_attaching().choose()

    def show_attachment(self, number: int, part: Part, thumbnail: object | None) -> None:
        self._make_attaching().row.show_part(number, part, thumbnail)

    def drop_attachment(self, number: int) -> None:
        self._submit_waits = False  # not without it
        self._make_attaching().row.drop(number)

    def show_thumbnail(self, blob: str, thumbnail: object) -> None:
        self._make_attaching().row.show_thumbnail(blob, thumbnail)

    def set_dropping(self, *, dropping: bool) -> None:
        """Something is being dragged over the window that could be dropped here."""
        set_flag(self, "dropping", dropping)
        self._box.setPlaceholderText(self.tr("Drop to attach") if dropping else self.tr("Ask anything"))

    # Prompts

    def show_prompts(self, prompts: Sequence[SavedPrompt]) -> None:
        self._help().show_prompts(prompts)

    def show_asked(self, texts: Sequence[str]) -> None:
        self._help().recall.show_asked(texts)

    def manage_prompts(self) -> None:
        """Opens the window of the saved prompts."""
        self._help().manage()

    def save_prompt(self) -> None:
        """The same, with a new prompt of what stands in the box."""
        self._help().manage(self._box.toPlainText().strip())

    # The rest of it

    def set_busy(self, *, busy: bool) -> None:
        held = self._send.hasFocus() or self._stop.hasFocus()
        self._send.setVisible(not busy)
        self._stop.setVisible(busy)
        if held:  # the focus does not fall into the void when its button goes
            (self._stop if busy else self._box).setFocus()

    def set_spoken_replies(self, *, spoken: bool) -> None:
        self._spoken.set_spoken(spoken=spoken)

    def focus(self) -> None:
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_stop_key(self, portable: str) -> None:
        """What the key cap of Stop shows."""
        self._stop_key = key_text(portable)
        self._stop.show_key(self._stop_key)
        if self._strip is not None:
            self._strip.show_key(self._stop_key)

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys in force, by action, as a person reads them."""
        self._attach.describe(self.tr("Attach files"), keys["attach"])

    def set_zoom(self, factor: float) -> None:
        self._box.set_zoom(factor)

    def fit(self) -> None:
        """The window has another height, and the box may be as high as a third of it."""
        self._box.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._show_focus()
            if self._helpers is not None and not self._box.hasFocus():
                self._helpers.close_menu()
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            menu_open = self._helpers is not None and self._helpers.menu_open
            if menu_open and event.key() == Qt.Key.Key_Escape:  # the list's, and not the window's
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def _show_focus(self) -> None:
        set_flag(self, "focused", self._box.hasFocus())

    def _lay_out(self) -> None:
        box = QHBoxLayout()
        box.setContentsMargins(_INSET, 0, _INSET, 0)
        box.addWidget(self._box)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._attach)
        row.addSpacing(_INSET)
        row.addWidget(self._spoken)
        row.addStretch()
        row.addWidget(self._send)
        row.addWidget(self._stop)
        row.addSpacing(_INSET)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(14 - _INSET, 13, 14 - _INSET, 12)
        column.setSpacing(12)
        column.addLayout(box)
        column.addLayout(row)

    def _submit(self) -> None:
        text, parts = self._box.toPlainText(), self._parts()
        self._submit_waits = not self._submits or self._reading()
        if not self._submit_waits and (text.strip() or parts):
            self._box.replace_text("")
            self._set_parts(())
            self._keep_sent(text, parts)
            if self._helpers is not None and text.strip():
                self._helpers.recall.note(text.strip())
            self.submitted.emit(text, parts)
            self._tell()

    def _keep_sent(self, text: str, parts: Sequence[Part]) -> None:
        self._sent = None
        if parts:
            from desktop_app.ui.composing.sent import Sent

            self._sent = Sent(self._box.document(), text, parts)

    def _follow_undo(self, sent: Sent) -> None:
        """What was sent along comes back with its words, and goes with them."""
        if sent.comes_back():
            sent.is_back = True
            self._add_parts(sent.parts)
        elif sent.goes_again():
            sent.is_back = False
            if self._parts() == tuple(sent.parts):
                self._set_parts(())

    def _parts(self) -> tuple[Part, ...]:
        return self._attaching.row.parts if self._attaching is not None else ()

    def _reading(self) -> bool:
        return self._attaching is not None and self._attaching.row.reading

    def _set_parts(self, parts: Sequence[Part]) -> None:
        if parts or self._attaching is not None:
            self._make_attaching().row.clear()
            self._add_parts(parts)

    def _add_parts(self, parts: Sequence[Part]) -> None:
        self._make_attaching().row.add_parts(parts)
        if not parts:
            return
        from desktop_app.domain.attachments import blob_of  # the first picture of the window waits for none

        if blobs := tuple(filter(None, map(blob_of, parts))):
            self.thumbnails_wanted.emit(blobs)

    def _text_changed(self) -> None:
        if self._submits:
            self._submit_waits = False  # somebody thought better of it
        if self._sent is not None:
            self._follow_undo(self._sent)
        self._note_change()
        if self._helpers is not None or self._box.document().firstBlock().text() == "/":
            self._help().follow()

    def _attachments_changed(self) -> None:
        self._note_change()
        self._order_tabs()
        if self._submit_waits and self._submits and not self._reading():
            self._submit()

    def _order_tabs(self) -> None:
        """The chips were made last and stand first."""
        chips = self._attaching.row.chips if self._attaching is not None else []
        for before, after in pairwise([*chips, self._box, self._attach, self._spoken, self._send, self._stop]):
            self.setTabOrder(before, after)

    def _note_change(self) -> None:
        if not self._told.isActive():
            self._told.start()
        self._show_sendable()

    def _tell(self) -> None:
        self._told.stop()
        if self._aside is None:  # a question that is edited is no draft
            self.draft_changed.emit(self._box.toPlainText(), self._parts())

    def _show_sendable(self) -> None:
        attached = self._attaching is not None and len(self._attaching.row) > 0
        sendable = attached or self._box.has_words
        if sendable and not self._send.isEnabled():
            self.writing_began.emit()
        self._send.setEnabled(sendable)

    # What is made when it is first wanted

    def _takes_key(self, event: QKeyEvent) -> bool:
        if self._sent is not None and self._sent.alone and event.matches(QKeySequence.StandardKey.Undo):
            self._sent.is_back = True
            self._add_parts(self._sent.parts)
            return True
        wanted = self._helpers is not None or event.key() == Qt.Key.Key_Up
        return wanted and self._help().take_key(event)

    def _takes_tab(self, forward: bool) -> bool:  # noqa: FBT001 - the box calls it as Qt does
        return self._helpers is not None and self._helpers.take_tab(forward=forward)

    def _help(self) -> Helpers:
        if self._helpers is None:
            from desktop_app.ui.composing.helpers import Helpers

            self._helpers = made = Helpers(self._box, self)
            made.prompts_wanted.connect(self.prompts_wanted)
            made.asked_wanted.connect(self.asked_wanted)
            made.prompt_kept.connect(self.prompt_kept)
            made.prompt_deleted.connect(self.prompt_deleted)
        return self._helpers

    def _make_attaching(self) -> Attaching:
        if self._attaching is None:
            from desktop_app.ui.composing.attaching import Attaching

            self._attaching = made = Attaching(self)
            self._column.insertWidget(self._column.count() - 2, made.row)
            made.row.changed.connect(self._attachments_changed)
            made.row.removed.connect(self.attachment_removed)
            made.row.left.connect(self.focus)
            made.file_given.connect(self.file_given)
            made.picture_pasted.connect(self.picture_pasted)
            made.refused.connect(self.attachment_refused)
        return self._attaching

    def _make_strip(self) -> EditStrip:
        if self._strip is None:
            from desktop_app.ui.composing.edit_strip import EditStrip

            self._strip = EditStrip(self._stop_key)
            self._strip.cancelled.connect(self.edit_cancelled)
            self._column.insertWidget(0, self._strip)
        return self._strip

    def _add_to_menu(self, menu: QMenu) -> None:
        menu.addSeparator()
        menu.addAction(self.tr("Attach files…")).triggered.connect(self.choose_files)
        menu.addAction(self.tr("Saved prompts…")).triggered.connect(self.manage_prompts)
        save = menu.addAction(self.tr("Save as a prompt…"))
        save.setEnabled(bool(self._box.toPlainText().strip()))
        save.triggered.connect(self.save_prompt)
