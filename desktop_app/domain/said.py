"""What of an answer is said: one value for each kind of thing that is not plain prose."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Self

from desktop_app.domain.choices import (
    SaidAddresses,
    SaidCode,
    SaidEmoji,
    SaidMaths,
    SaidQuotes,
    SaidTables,
)
from desktop_app.domain.settings import Settings


@dataclass(frozen=True, slots=True)
class WhatIsSaid:
    """``notes``: citations like [1] and the marks of footnotes. ``numbers``: of the items of ordered lists.

    ``html``: the words between the tags of a block of HTML. Thinking and tool calls are never said, and have no value.
    """

    code: SaidCode = SaidCode.SKIP
    tables: SaidTables = SaidTables.READ
    addresses: SaidAddresses = SaidAddresses.HOST
    maths: SaidMaths = SaidMaths.READ
    emoji: SaidEmoji = SaidEmoji.SKIP
    quotes: SaidQuotes = SaidQuotes.READ
    images: bool = True
    numbers: bool = True
    notes: bool = False
    html: bool = True

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """The part of the settings that tells what is said."""
        return cls(**{one.name: getattr(settings, f"said_{one.name}") for one in fields(cls)})
