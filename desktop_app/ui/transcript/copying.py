"""A selection as plain text: the words, list marks and code, without the page's own lines (heads, facts, states)."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from desktop_app.ui.transcript.looks import CONTINUED, KIND, Kind
from desktop_app.ui.transcript.plain import LINE_BREAK

_PLAIN = {ord(LINE_BREAK): "\n", 0x200B: "———"}
"""A rule holds one space without width."""

_OURS = frozenset({Kind.CODE_HEAD, Kind.CODE_FOOT, Kind.STATE, Kind.FACTS, Kind.END})
_TIGHT = frozenset({(Kind.CODE_LINE, Kind.CODE_LINE), (Kind.ITEM, Kind.ITEM), (Kind.BUBBLE, Kind.BUBBLE)})


def plain_text(document: QTextDocument, cursor: QTextCursor) -> str:
    """What the cursor has selected; paragraphs a blank line apart, table cells by tabs."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    text: list[str] = []
    before: QTextBlock | None = None
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        kind = _kind(block)
        if kind not in _OURS and not _above_table(block):
            first, last = max(start - block.position(), 0), min(end - block.position(), block.length() - 1)
            if before is not None:
                text.append(_between(before, block))
            text.append(_units(block.text(), first, last).translate(_PLAIN).replace("\t", _tab(kind)))
            before = block
        block = block.next()
    return "".join(text)


def _kind(block: QTextBlock) -> Kind:
    return Kind(block.blockFormat().intProperty(KIND))


def _tab(kind: Kind) -> str:
    return " " if kind is Kind.ITEM else "\t"


def _above_table(block: QTextBlock) -> bool:
    return block.length() == 1 and QTextCursor(block.next()).currentTable() is not QTextCursor(block).currentTable()


def _between(before: QTextBlock, block: QTextBlock) -> str:
    one, other = QTextCursor(before).currentTable(), QTextCursor(block).currentTable()
    if one and other:
        return "\t" if one.cellAt(before.position()).row() == other.cellAt(block.position()).row() else "\n"
    if block.blockFormat().boolProperty(CONTINUED):
        return ""
    return "\n" if (_kind(before), _kind(block)) in _TIGHT else "\n\n"


def _units(text: str, first: int, last: int) -> str:
    if text.isascii():
        return text[first:last]
    return text.encode("utf-16-le")[2 * first : 2 * last].decode("utf-16-le", "replace")
