"""What the transcript tells the presenters."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class ViewSignals(QWidget):
    """Offsets count code points of the message's source."""

    link_activated = Signal(str)
    """The address of a link (http, https or mailto) that was clicked, or opened with Enter."""
    read_code_requested = Signal(str, int, int)
    """Message id, start, end of the code block."""
    read_requested = Signal(object)
    """What is selected: a tuple of (message id, start, end), one for each message."""
    export_requested = Signal(object)
    """The ids of the messages in which something is selected."""
    read_from_requested = Signal(str, int)
    """Message id and the place from which on it shall be read."""
    sound_requested = Signal(str)
    """Id of the message whose sound is wanted as a file."""
    code_copied = Signal()
    save_code_requested = Signal(str, str)
    """The text of a code block, and its language as the fence names it."""
    image_requested = Signal(str)
    """The address of a picture that the reader wants to see."""
    step_requested = Signal(str, str)
    """Message id, "continue" or "retry"."""
    edit_requested = Signal(str)
    """Id of a message of the user's."""
    regenerate_requested = Signal(str, str)
    """Id of an answer, and the model that shall give another; "" for the same."""
    delete_requested = Signal(str)
    branch_requested = Signal(str)
    """Id of the message from which on another conversation shall go its own way."""
    details_requested = Signal(str)
    branch_step_requested = Signal(str, int)
    """Message id, and 1 for the next of its alternatives or -1 for the one before."""

    models_wanted = Signal()
    """A menu of models is about to be read."""


SIGNALS: Final = tuple(name for name, one in vars(ViewSignals).items() if isinstance(one, Signal))
"""Their names. Parts of the view that have signals of these names tell them through it."""
