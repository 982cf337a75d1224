"""What is known of a message, put together: what it says itself, what its turns were, what they cost."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.messages import Message
from desktop_app.domain.prices import PRICES_LOOKED_UP, Prices
from desktop_app.domain.usage import Timings, TurnRecord, Usage
from desktop_app.presenters.views import MessageDetails


def message_details(message: Message, turns: Sequence[TurnRecord], prices: Prices) -> MessageDetails:
    """``turns``: those that are kept, the oldest first; of the newest the message itself may know more."""
    usages = [turn.usage for turn in turns[:-1]] + [message.usage or (turns[-1].usage if turns else None)]
    dollars = _sum_all([prices.cost(message.model, message.server, usage) for usage in usages])
    return MessageDetails(
        message_id=message.id,
        role=message.role,
        state=message.state,
        created=message.created,
        characters=len(message.text),
        words=len(message.text.split()),
        model=message.model,
        server=message.server,
        turn_ids=tuple(turn.id for turn in turns),
        usage=_sum_usage([usage for usage in usages if usage is not None]),
        timings=message.timings or (turns[-1].timings if turns else None) or Timings(),
        dollars=dollars,
        prices_of="" if dollars is None or prices.is_own(message.model) else PRICES_LOOKED_UP,
    )


def _sum_all(numbers: Sequence[float | None]) -> float | None:
    """None where one of them is not known: a sum without it would be wrong."""
    known = [number for number in numbers if number is not None]
    return sum(known) if known and len(known) == len(numbers) else None


def _sum_usage(usages: Sequence[Usage]) -> Usage:
    return Usage(
        _sum_known([usage.input for usage in usages]),
        _sum_known([usage.output for usage in usages]),
        _sum_known([usage.reasoning for usage in usages]),
        _sum_known([usage.cached for usage in usages]),
    )


def _sum_known(numbers: Sequence[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None
