"""Where a block's containers put it: how far in it stands, which marks it carries, which bars run beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.markdown.blocks import Alert, Container, ContainerKind
from desktop_app.ui.transcript.looks import measures
from desktop_app.ui.transcript.looks.inks import Ink

_BULLETS = "•◦▪"
_LISTS = frozenset({ContainerKind.BULLET, ContainerKind.ORDERED})
_ALERT_INKS = {
    Alert.NOTE: Ink.BLUE,
    Alert.TIP: Ink.GREEN,
    Alert.IMPORTANT: Ink.VIOLET,
    Alert.WARNING: Ink.AMBER,
    Alert.CAUTION: Ink.RED,
}


class Mark(NamedTuple):
    """What stands before a block's first line: its text ends where the letters ``x`` pixels in begin.

    ``left`` is where the container begins; ``checked`` draws a task's box instead; ``label`` is a footnote's.
    """

    text: str
    left: int
    x: int
    checked: bool | None = None
    label: str = ""


class Bar(NamedTuple):
    """``ink`` None is a plain quotation's; ``joined``: it goes on from the block above."""

    x: int
    ink: Ink | None = None
    joined: bool = False


class Stand(NamedTuple):
    """``indent`` in pixels; ``title`` is the alert that begins here; ``small`` is a footnote's text."""

    indent: int = 0
    marks: tuple[Mark, ...] = ()
    bars: tuple[Bar, ...] = ()
    title: Alert | None = None
    term: bool = False
    small: bool = False


def alert_ink(alert: Alert) -> Ink:
    return _ALERT_INKS[alert]


def stand_of(containers: Sequence[Container], above: Sequence[Container] = ()) -> Stand:
    """``above`` are the containers of the block before."""
    if not containers:
        return Stand()
    x = depth = 0
    marks: list[Mark] = []
    bars: list[Bar] = []
    title = None
    for number, container in enumerate(containers):
        if container.kind is ContainerKind.QUOTE:
            bars.append(_bar(x, container, above[number] if number < len(above) else None))
            title = container.alert if container.first else title
            x += measures.QUOTE_INDENT
        elif container.kind is not ContainerKind.TERM:
            left, x = x, x + measures.LIST_INDENT
            if container.first and container.kind is not ContainerKind.DEFINITION:
                marks.append(_mark(container, depth, left, x))
            depth += container.kind is ContainerKind.BULLET
    kinds = {container.kind for container in containers}
    return Stand(
        x, tuple(marks), tuple(bars), title, ContainerKind.TERM in kinds, small=ContainerKind.FOOTNOTE in kinds
    )


def gap_above(containers: Sequence[Container], above: Sequence[Container], *, first: bool) -> int:
    """The space above a paragraph."""
    if first:
        return measures.MESSAGE_GAP
    kinds, before = _kinds(containers), _kinds(above)
    if kinds & _LISTS:
        return measures.ITEM_GAP if before & _LISTS else measures.LIST_GAP
    if ContainerKind.DEFINITION in kinds:
        return measures.DEFINITION_GAP
    if ContainerKind.FOOTNOTE in kinds:
        return measures.DEFINITION_GAP if ContainerKind.FOOTNOTE in before else measures.PARAGRAPH_GAP
    return measures.PARAGRAPH_GAP


def _kinds(containers: Sequence[Container]) -> set[ContainerKind]:
    return {container.kind for container in containers}


def _bar(x: int, container: Container, above: Container | None) -> Bar:
    same = above is not None and above.kind is ContainerKind.QUOTE and above.alert is container.alert
    ink = alert_ink(container.alert) if container.alert else None
    return Bar(x, ink, joined=same and not container.first)


def _mark(container: Container, depth: int, left: int, x: int) -> Mark:
    if container.kind is ContainerKind.FOOTNOTE:
        return Mark(container.label, left, x, label=container.label)
    if container.checked is not None:
        return Mark("☑" if container.checked else "☐", left, x, container.checked)
    if container.kind is ContainerKind.BULLET:
        return Mark(_BULLETS[min(depth, len(_BULLETS) - 1)], left, x)
    return Mark(f"{container.number}.", left, x)
