"""What is looked for in all conversations, as one types it and as it is meant.

```
quick fox          both words, anywhere in a message; of the last one, while it is typed, its beginning is enough
"quick fox"        the words beside each other
-fox               not this
from:me            or from:model, from:you: who wrote it
model:gpt          answers of a model whose name holds this
in:holidays        conversations or folders whose title holds this
before:2026-03     older than that day, month or year (or: today, yesterday, 7d, 2w, 3m, 1y ago)
after:2026-03-01   of that day or younger
has:code           or has:image, has:file, has:link
```

Whatever looks like a filter and is none counts as words.
"""

from __future__ import annotations

import calendar
import re
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import IntFlag, StrEnum
from typing import Final

from desktop_app.domain.folding import stands_alone, tokens
from desktop_app.domain.messages import Role


class Has(IntFlag):
    """What a message holds besides its words."""

    CODE = 1
    IMAGE = 2
    FILE = 4
    LINK = 8


class Filter(StrEnum):
    """The names of what narrows a search, in the order in which they are offered."""

    FROM = "from"
    MODEL = "model"
    IN = "in"
    AFTER = "after"
    BEFORE = "before"
    HAS = "has"


VALUES: Final[Mapping[Filter, tuple[str, ...]]] = {
    Filter.FROM: ("me", "model"),
    Filter.HAS: ("code", "image", "file", "link"),
    Filter.AFTER: ("today", "yesterday", "7d", "1m", "1y"),
    Filter.BEFORE: ("today", "yesterday", "7d", "1m", "1y"),
}
"""What can stand behind the colon; of filters that are not here, anything."""


@dataclass(frozen=True, slots=True)
class Term:
    """Tokens that stand beside each other; where ``begins``, the last of them may go on."""

    tokens: tuple[str, ...]
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """``before`` and ``after`` in seconds since 1970: from ``after`` on, and not at ``before``.

    ``models`` and ``within`` are tokens that must all begin words of the name. ``unread``: filters whose value says
    nothing (yet).
    """

    terms: tuple[Term, ...] = ()
    without: tuple[Term, ...] = ()
    role: Role | None = None
    models: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    before: float | None = None
    after: float | None = None
    has: Has = Has(0)
    unread: tuple[str, ...] = ()

    @property
    def asks(self) -> bool:
        """Whether there is anything to look for."""
        return self != Query(unread=self.unread)

    @property
    def narrows_messages(self) -> bool:
        """Whether it asks for something that only messages have, and a title has not."""
        return bool(self.role or self.models or self.has)


def parse(typed: str, now: datetime | None = None) -> Query:
    """Never fails: what is no filter is words."""
    now = now or datetime.now().astimezone()
    query = Query()
    for piece in _PIECE.finditer(typed):
        taken = _take_filter(query, piece, now)
        query = taken if taken is not None else _take_words(query, piece, at_end=piece.end() == len(typed))
    return query


def holds(query: Query, row: Sequence[str]) -> bool:
    """Whether the tokens of a text are as the query wants them, as far as its words go."""
    return all(_stands_in(term, row) for term in query.terms) and not any(
        _stands_in(term, row) for term in query.without
    )


# A piece: -? ( name:"value" | name:value | "phrase" | word )
_PIECE: Final = re.compile(
    r"""(?P<minus>-(?=\S))?(?:(?P<name>[A-Za-z]+):(?P<value>"[^"]*"?|[^\s"]*)|"(?P<phrase>[^"]*)(?P<close>"?)|(?P<word>[^\s"]+))"""
)


def _take_words(query: Query, piece: re.Match[str], *, at_end: bool) -> Query:
    phrase = piece["phrase"]
    text = phrase if phrase is not None else piece[0].removeprefix("-")
    found = tuple(tokens(text))
    if not found:
        return query
    open_end = at_end and piece["close"] != '"'
    begins = (open_end or text.endswith("*")) and not stands_alone(found[-1])
    begins = begins and (text[-1:].isalnum() or text.endswith("*"))
    term = Term(found, begins)
    if piece["minus"]:
        return replace(query, without=(*query.without, replace(term, begins=text.endswith("*"))))
    return replace(query, terms=(*query.terms, term))


def _take_filter(query: Query, piece: re.Match[str], now: datetime) -> Query | None:
    """None where the piece is no filter."""
    name = (piece["name"] or "").lower()
    if piece["minus"] or name not in _TAKERS:
        return None
    value = piece["value"].strip('"').strip()
    if value.startswith("//"):
        return None
    taken = _TAKERS[Filter(name)](query, value, now) if value else None
    return taken or replace(query, unread=(*query.unread, piece[0]))


_Taker = Callable[[Query, str, datetime], Query | None]

_SENDERS: Final = {
    **dict.fromkeys(("me", "user", "myself", "i"), Role.USER),
    **dict.fromkeys(("model", "assistant", "you", "ai", "bot", "it"), Role.ASSISTANT),
}
_KINDS: Final = {
    "code": Has.CODE,
    "image": Has.IMAGE,
    "picture": Has.IMAGE,
    "file": Has.FILE,
    "document": Has.FILE,
    "link": Has.LINK,
    "url": Has.LINK,
}


def _take_sender(query: Query, value: str, _now: datetime) -> Query | None:
    role = _SENDERS.get(value.lower())
    return replace(query, role=role) if role else None


def _take_model(query: Query, value: str, _now: datetime) -> Query | None:
    found = tuple(tokens(value))
    return replace(query, models=(*query.models, *found)) if found else None


def _take_place(query: Query, value: str, _now: datetime) -> Query | None:
    found = tuple(tokens(value))
    return replace(query, within=(*query.within, *found)) if found else None


def _take_kind(query: Query, value: str, _now: datetime) -> Query | None:
    kind = _KINDS.get(value.lower().removesuffix("s")) or _KINDS.get(value.lower())
    return replace(query, has=query.has | kind) if kind else None


def _take_before(query: Query, value: str, now: datetime) -> Query | None:
    moment = _moment(value, now)
    if moment is None:
        return None
    return replace(query, before=moment if query.before is None else min(moment, query.before))


def _take_after(query: Query, value: str, now: datetime) -> Query | None:
    moment = _moment(value, now)
    if moment is None:
        return None
    return replace(query, after=moment if query.after is None else max(moment, query.after))


_TAKERS: Final[Mapping[str, _Taker]] = {
    Filter.FROM: _take_sender,
    Filter.MODEL: _take_model,
    Filter.IN: _take_place,
    Filter.AFTER: _take_after,
    Filter.BEFORE: _take_before,
    Filter.HAS: _take_kind,
}

_DATE: Final = re.compile(r"(\d{4})(?:[-./](\d{1,2})(?:[-./](\d{1,2}))?)?")
_AGO: Final = re.compile(r"(\d{1,4})([dwmy])", re.IGNORECASE)


def _moment(value: str, now: datetime) -> float | None:
    """The beginning of that day where one is, in seconds since 1970."""
    day = _day(value.lower(), now.date())
    if day is None:
        return None
    try:
        return time.mktime((day.year, day.month, day.day, 0, 0, 0, 0, 0, -1))
    except (OverflowError, ValueError):  # a system may know no times so far away
        return None


def _day(value: str, today: date) -> date | None:
    if value in {"today", "yesterday"}:
        return today - timedelta(days=value == "yesterday")
    if ago := _AGO.fullmatch(value):
        return _days_ago(int(ago[1]), ago[2].lower(), today)
    if not (written := _DATE.fullmatch(value)):
        return None
    try:
        return date(int(written[1]), int(written[2] or 1), int(written[3] or 1))
    except ValueError:
        return None


def _days_ago(count: int, unit: str, today: date) -> date | None:
    try:
        if unit in "dw":
            return today - timedelta(days=count * (7 if unit == "w" else 1))
        months = today.year * 12 + today.month - 1 - count * (12 if unit == "y" else 1)
        year, month = divmod(months, 12)
        return date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None


def _stands_in(term: Term, row: Sequence[str]) -> bool:
    length = len(term.tokens)
    first, last = term.tokens[0], term.tokens[-1]
    for place in range(len(row) - length + 1):
        if length > 1 and row[place] != first:
            continue
        if tuple(row[place : place + length - 1]) != term.tokens[:-1]:
            continue
        end = row[place + length - 1]
        if end == last or (term.begins and end.startswith(last)):
            return True
    return False
