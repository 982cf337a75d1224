"""A long message whose end comes into sight: its last pages are read first and shown, all of it is read behind that.

Where these pages begin is a guess by a few lines' looks. What is shown of them is what the whole will show, with rare
exceptions that last for some frames; then the pieces of the whole take their place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from desktop_app.domain.patterns import lazy

if TYPE_CHECKING:
    from desktop_app.ui.transcript.page.entry import Behind, Entry

_END: Final = 8000
"""Characters that are read of the end: some windows full."""
_LEAST: Final = 2500
_FENCE: Final = lazy(r"^ {0,3}(?:[-+*>] ?|\d{1,9}[.)] )* *(`{3,}|~{3,})([^\n]*)$", 8)
_BEGINS: Final = lazy(r"\n[ \t]*\n(?=[#\w*\[(\"'“„«])")
_ITEM: Final = lazy(r"[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]+")


class Start(NamedTuple):
    """Where in the source the end begins; ``before`` is put above it, so that it reads as it does there."""

    at: int
    before: str = ""


def start_of_end(source: str) -> Start | None:
    """None where the end can only be read with all that is before it: it is code."""
    target = len(source) - _END
    if _is_code(source, target):
        return None
    for found in _BEGINS.finditer(source, target, len(source) - _LEAST):
        if not _is_code(source, found.end()):
            return Start(found.end())
    line = source.rfind("\n", 0, target) + 1
    if target - line > _END:  # a line that is as long as a book
        return Start(source.find(" ", target) + 1 or target)
    return Start(line, _above(source, line))


def _is_code(source: str, place: int) -> bool:
    """Whether a fence is open there."""
    mark = ""
    for found in _FENCE.finditer(source, 0, place):
        if not mark:
            mark = found[1]
        elif found[1].startswith(mark) and not found[2].strip():
            mark = ""
    return bool(mark)


def _above(source: str, line: int) -> str:
    """The head of the table, or the marks of the items, in which the line stands."""
    end = source.find("\n", line)
    text = source[line : end if end >= 0 else len(source)]
    if text.lstrip().startswith("|"):
        return _table_head(source, line)
    lines: list[str] = []
    depth = _depth(text)
    while depth and line > 0:
        below, line = line, source.rfind("\n", 0, line - 1) + 1
        text = source[line : below - 1]
        mark = _ITEM.match(text) if text.strip() and _depth(text) < depth else None
        if mark is not None:
            lines.append(f"{mark[0]}x\n\n")
            depth = _depth(text)
    return "".join(reversed(lines))


def _table_head(source: str, line: int) -> str:
    while line > 0 and source[source.rfind("\n", 0, line - 1) + 1 :].lstrip(" ").startswith("|"):
        line = source.rfind("\n", 0, line - 1) + 1
    body = source.find("\n", source.find("\n", line) + 1) + 1
    return source[line:body]


def _depth(text: str) -> int:
    return len(text) - len(text.lstrip(" \t"))


def show_top(entry: Entry) -> None:
    """What has been read of the whole is shown, instead of the end."""
    for piece in entry.pieces:
        piece.sheet = None
    if entry.behind is not None:
        entry.pieces, entry.content, entry.opened, entry.states = entry.behind
    entry.behind, entry.missing = None, 0.0


def take_over(entry: Entry, whole: Behind) -> int:
    """The pieces of the whole take the place of those of its end; by how much these are numbered higher now.

    Pieces that are the same keep their sheets.
    """
    shown, entry.pieces = entry.pieces, whole.pieces
    entry.content, entry.opened, entry.states = whole.content, whole.opened, whole.states
    for old, new in zip(reversed(shown), reversed(entry.pieces), strict=False):
        if old.composition != new.composition:
            break
        new.sheet, new.height, new.measured = old.sheet, old.height, old.measured
    for old in shown:
        old.sheet = None
    entry.behind, entry.missing = None, 0.0
    return len(entry.pieces) - len(shown)
