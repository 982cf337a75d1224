"""The one style sheet: every widget's look in one place, keyed by what the widget is for.

A widget says what it is by its dynamic property ``look`` (``desktop_app.ui.parts.look``):

- QPushButton: ``primary``, ``danger``, ``quiet`` (words without a box), ``link``,
  ``pill`` (a boxed small one), ``worktitle`` (the name of what runs), ``keycap``, ``row`` and ``cardrow`` (as wide
  as the side)
- QLabel: ``title``, ``heading``, ``muted``, ``small``, ``section``, ``keycap``, ``trouble``, ``pill``, ``note``
- QFrame: ``card``, ``field`` (a box around a frameless field), ``chip``, ``floating`` (over the page), ``notice``,
  ``line``; QWidget: ``side``, ``page``
- QToolButton: ``plain`` (drawn alike whether it is down or not)
- QLineEdit, QPlainTextEdit, QTextBrowser: ``bare`` (no box of its own)

A focus ring is the border in the accent colour, two pixels where the padding gives one back. Buttons take the focus
by Tab only (``parts``), so that the ring marks the keyboard and a click leaves the typing where it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import Template
from typing import Final

from desktop_app.ui.resources import resource_path

_SHEET: Final = Template("""
QToolTip { background: $ink; color: $page; border: none; padding: 4px 7px; font-size: 12px; }

QWidget[look="side"] { background: $side; }
QWidget[look="page"] { background: $page; }
QFrame[look="card"] { background: $card; border: 1px solid $line; border-radius: 12px; }
QFrame[look="field"] { background: $card; border: 1px solid $line; border-radius: 10px; }
QFrame[look="field"][focused="true"], QFrame[look="card"][focused="true"] { border: 1px solid $accent; }
QFrame[look="search"] { background: transparent; border: 1px solid transparent; border-radius: 8px; }
QFrame[look="search"][focused="true"] { background: $card; border: 1px solid $accent; }
QFrame[look="card"][dropping="true"] { border: 2px dashed $accent; }
QFrame[look="chip"] { background: $page; border: 1px solid $line; border-radius: 8px; }
QFrame[look="chip"]:focus { border: 2px solid $accent; }
QFrame[look="floating"] { background: $card; border: 1px solid $line; border-radius: 12px; }
QFrame[look="notice"] { background: $card; border: 1px solid $line; border-radius: 10px; }
QFrame[look="line"] { background: $line; border: none; }

QLabel { background: transparent; }
QLabel[look="title"] { font-size: 14px; font-weight: 600; }
QLabel[look="heading"] { font-size: 17px; font-weight: 600; }
QLabel[look="muted"] { color: $muted; }
QLabel[look="small"] { color: $muted; font-size: 12px; }
QLabel[look="section"] { color: $muted; font-size: 11px; font-weight: 500; }
QLabel[look="chip-name"] { font-size: 13px; }
QLabel[look="chip-size"] { font-size: 11px; color: $muted; }
QLabel[look="pill"] { font-size: 13px; }
QLabel[look="pill-muted"] { font-size: 13px; color: $muted; }
QLabel[look="on-primary"] { color: $page; font-weight: 500; font-size: 13px; }
QLabel[look="on-primary"]:disabled, QLabel[look="on-primary-cap"]:disabled { color: $muted; }
QLabel[look="on-primary-cap"] {
    color: $page; font-size: 11px; border: 1px solid $on_primary_line; border-radius: 4px; padding: 1px 5px;
}
QLabel[look="trouble"] { color: $trouble; }
QLabel[look="note"] {
    background: $ink; color: $page; border-radius: 8px; padding: 6px 12px; font-size: 13px; font-weight: 500;
}
QLabel[look="keycap"] {
    color: $muted; font-size: 11px; border: 1px solid $line; border-radius: 4px; padding: 2px 5px;
}

QPushButton {
    background: $card; color: $ink; border: 1px solid $line; border-radius: 8px;
    padding: 7px 13px; font-weight: 500; outline: none;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $line; }
QPushButton:disabled { color: $muted; background: $side; }
QPushButton:focus { border: 2px solid $accent; padding: 6px 12px; }
QPushButton[look="primary"] { background: $ink; color: $page; border: 1px solid $ink; }
QPushButton[look="primary"]:hover { background: $strong; border-color: $strong; }
QPushButton[look="primary"]:disabled { background: $side; border-color: $line; color: $muted; }
QPushButton[look="primary"]:focus { border: 2px solid $ring_on_ink; }
QPushButton[look="danger"] { background: $trouble; color: $card; border: 1px solid $trouble; }
QPushButton[look="danger"]:hover { background: $trouble_strong; border-color: $trouble_strong; }
QPushButton[look="danger"]:focus { border: 2px solid $ink; }
QPushButton[look="quiet"] {
    background: transparent; color: $muted; border: 1px solid transparent; border-radius: 6px;
    padding: 3px 5px; font-weight: 400; font-size: 13px;
}
QPushButton[look="quiet"]:hover { color: $ink; background: $hover; }
QPushButton[look="quiet"]:disabled { color: $muted; }
QPushButton[look="quiet"]:focus { border: 2px solid $accent; padding: 2px 4px; }
QPushButton[look="link"] {
    background: transparent; color: $accent; border: 1px solid transparent; border-radius: 6px;
    padding: 2px 5px; font-size: 13px;
}
QPushButton[look="link"]:hover { background: $hover; }
QPushButton[look="link"]:focus { border: 2px solid $accent; padding: 1px 4px; }
QPushButton[look="worktitle"] {
    background: transparent; border: 1px solid transparent; border-radius: 6px; text-align: left;
    padding: 2px 5px; font-weight: 500; font-size: 13px;
}
QPushButton[look="worktitle"]:hover { background: $hover; }
QPushButton[look="worktitle"]:disabled { color: $ink; }
QPushButton[look="worktitle"]:focus { border: 2px solid $accent; padding: 1px 4px; }
QPushButton[look="pill"] { padding: 4px 9px; font-weight: 400; font-size: 13px; border-radius: 7px; }
QPushButton[look="pill"]:focus { padding: 3px 8px; }
QPushButton[look="row"] {
    background: transparent; border: 1px solid transparent; text-align: left; padding: 8px 9px; font-weight: 400;
    color: $muted;
}
QPushButton[look="row"]:hover { background: $hover; }
QPushButton[look="row"]:focus { border: 2px solid $accent; padding: 7px 8px; }
QPushButton[look="cardrow"] { text-align: left; padding: 9px 10px; }
QPushButton[look="cardrow"]:focus { padding: 8px 9px; }

QPushButton::menu-indicator { image: none; width: 0; }

QToolButton {
    background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 3px; outline: none;
}
QToolButton:hover { background: $hover; }
QToolButton:pressed { background: $line; }
QToolButton:checked { background: $selected; color: $ink; }
QToolButton[look="plain"]:checked { background: transparent; }
QToolButton:focus { border: 2px solid $accent; padding: 2px; }
QPushButton[look="keycap"] {
    background: transparent; color: $muted; font-size: 11px; font-weight: 400;
    border: 1px solid $line; border-radius: 4px; padding: 2px 5px;
}
QPushButton[look="keycap"]:focus { border: 2px solid $accent; padding: 1px 4px; }
QToolButton::menu-indicator { image: none; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QKeySequenceEdit {
    background: $field; color: $ink; border: 1px solid $line; border-radius: 8px; padding: 7px 11px;
    selection-background-color: $accent; selection-color: $card; placeholder-text-color: $muted;
}
QKeySequenceEdit { padding: 0; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus {
    border: 2px solid $accent; padding: 6px 10px;
}
QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled {
    color: $muted; background: $side;
}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QSpinBox[wrong="true"] { border-color: $trouble; }
QLineEdit[look="bare"], QPlainTextEdit[look="bare"], QTextEdit[look="bare"], QTextBrowser[look="bare"],
QLineEdit[look="bare"]:focus, QPlainTextEdit[look="bare"]:focus, QTextEdit[look="bare"]:focus {
    background: transparent; border: none; border-radius: 0; padding: 0;
}
QComboBox QLineEdit, QSpinBox QLineEdit, QDoubleSpinBox QLineEdit, QKeySequenceEdit QLineEdit {
    border: none; padding: 0; background: transparent;
}
QKeySequenceEdit QLineEdit { padding: 7px 11px; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: url("$chevron"); width: 16px; height: 16px; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {
    width: 0; border: none;
}
QComboBox QAbstractItemView {
    background: $card; border: 1px solid $line; border-radius: 8px; padding: 4px; outline: none;
    selection-background-color: $selected; selection-color: $ink;
}
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 8px; border-radius: 6px; }

QListView { background: transparent; border: none; outline: none; }
QListView[look="nav"]::item { padding: 8px 12px; border-radius: 8px; margin-bottom: 2px; color: $ink; }
QListView[look="nav"]::item:hover { background: $hover; }
QListView[look="nav"]::item:selected { background: $selected; color: $ink; }
QListView[look="nav"]::item:selected:focus { border: 2px solid $accent; padding: 6px 10px; }
QListView[look="checks"] { background: $field; border: 1px solid $line; border-radius: 8px; padding: 4px; }
QListView[look="checks"]:focus { border: 2px solid $accent; padding: 3px; }
QListView[look="checks"]::item { padding: 5px 6px; border-radius: 6px; color: $ink; }
QListView[look="checks"]::item:hover { background: $hover; }
QListView[look="checks"]::item:selected { background: $selected; color: $ink; }
QListView::indicator {
    width: 16px; height: 16px; border: 1px solid $muted; border-radius: 4px; background: $field;
}
QListView::indicator:checked { color: $card; background: $accent; border-color: $accent; image: url("$tick_on"); }

QMenu { background: $card; border: 1px solid $line; border-radius: 8px; padding: 5px; }
QMenu::item { padding: 6px 22px 6px 8px; border-radius: 6px; color: $ink; font-size: 13px; }
QMenu::item:selected { background: $selected; }
QMenu::item:disabled { color: $muted; }
QMenu::section { color: $muted; font-size: 11px; font-weight: 500; padding: 7px 10px 3px 10px; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QMenu::indicator { width: 14px; height: 14px; left: 7px; }
QMenu::indicator:checked { image: url("$tick"); }

QCheckBox { spacing: 9px; outline: none; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid $muted; border-radius: 4px; background: $field; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$tick_on"); }
QCheckBox::indicator:focus { border: 2px solid $accent; }

QSlider { min-height: 22px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $line; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: $accent; }
QSlider::handle:horizontal {
    width: 14px; height: 14px; margin: -6px 0; border-radius: 8px; border: 1px solid $muted; background: $card;
}
QSlider:focus { outline: none; }
QSlider::handle:horizontal:focus { border: 2px solid $accent; width: 12px; height: 12px; }

QProgressBar { background: $line; border: none; border-radius: 3px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QFileDialog {
    backward-icon: url("$arrow_left"); forward-icon: url("$arrow_right");
    filedialog-parent-directory-icon: url("$arrow_up");
}
QHeaderView::section { background: $side; color: $muted; border: none; padding: 5px 8px; }

QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $thumb; border-radius: 3px; border: 2px solid transparent; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def style_sheet(colours: Mapping[str, str], *, dark: bool) -> str:
    """The application's style sheet in the colours of a theme, by their names there."""
    shade = "dark" if dark else "light"
    return _SHEET.substitute(
        colours,
        strong="#FFFFFF" if dark else "#3A3833",  # the primary button under the pointer
        ring_on_ink="#1F6F5C" if dark else "#5CC3A6",  # the other theme's accent, since ink is its page
        trouble_strong="#F09A8C" if dark else "#9C3526",  # the dangerous one likewise
        on_primary_line="#B9B4A9" if dark else "#57544D",
        thumb="#45423B" if dark else "#D3CEC4",
        field=colours["page"],
        chevron=_picture(f"chevron-{shade}"),
        arrow_left=_picture(f"arrow-left-{shade}"),
        arrow_right=_picture(f"arrow-right-{shade}"),
        arrow_up=_picture(f"arrow-up-{shade}"),
        tick=_picture(f"tick-{shade}"),
        tick_on=_picture(f"tick-on-{shade}"),
    )


def _picture(name: str) -> str:
    """A style sheet cannot colour a drawing, so those it shows exist once for each theme."""
    return resource_path(f"icons/sheet/{name}.svg").as_posix()
