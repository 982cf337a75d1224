"""How one text becomes another by few small changes, in Qt's positions: what a screen reader is told of."""

from __future__ import annotations

from typing import NamedTuple

from desktop_app.ui.transcript.looks.plain import units


class Edit(NamedTuple):
    """[at, at + removed) becomes ``text``; positions."""

    at: int
    removed: int
    text: str


def edits(old: str, new: str, at: int) -> list[Edit]:
    """The changes that make the new text of the old, the later ones first.

    The first line by itself: that of a code block counts its lines, and changes while the block grows at its end.
    """
    if old == new:
        return []
    old_head, old_rest = _parted(old)
    new_head, new_rest = _parted(new)
    if old_head == new_head or not old_rest or not new_rest:
        return [_edit(old, new, at)]
    head = _edit(old_head, new_head, at)
    return [head] if old_rest == new_rest else [_edit(old_rest, new_rest, at + units(old_head)), head]


def _parted(text: str) -> tuple[str, str]:
    end = text.find("\n") + 1
    return text[:end], text[end:]


def _edit(old: str, new: str, at: int) -> Edit:
    before = _common(old, new)
    after = _common(old[: before - 1 : -1] if before else old[::-1], new[: before - 1 : -1] if before else new[::-1])
    removed, text = old[before : len(old) - after], new[before : len(new) - after]
    return Edit(at + units(old[:before]), units(removed), text)


def _common(one: str, other: str) -> int:
    """How many letters both begin with."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def at_end(edit: Edit) -> Edit:
    """An edit up to the end, without the last line end; the one before what is added is new instead."""
    if edit.at == 0:
        return Edit(0, max(edit.removed - 1, 0), edit.text[:-1])
    if not edit.text:
        return Edit(edit.at - 1, edit.removed, "")
    if edit.removed:
        return Edit(edit.at, edit.removed - 1, edit.text[:-1])
    return Edit(edit.at - 1, 0, "\n" + edit.text[:-1])
