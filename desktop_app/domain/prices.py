"""What an answer cost, where its price is known: dollars for a million tokens, by model.

OpenAI's list prices for the standard tier, as public records of its price list had them when they were looked up on
the day below; prices change, so the screen says the day. A model is left out where its price could not be confirmed,
and where our tokens do not tell it: from GPT-5.6 on, what is written to the cache costs more, and how much was written
is not kept. The settings file may name other prices, for any server:
``"prices": {"model": {"input": 1.25, "cached": 0.125, "output": 10}}``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from desktop_app.domain.settings import OPENAI_URL, Settings
from desktop_app.domain.usage import Usage

PRICES_LOOKED_UP: Final = "2026-11-20"

_MILLION: Final = 1_000_000
_LONG_CONTEXT: Final = 272_000  # tokens; larger requests to the models that take them have another price
_DIGITS_OF_A_DAY: Final = 8


@dataclass(frozen=True, slots=True)
class Price:
    """Dollars for a million tokens; ``cached``: of those the server had read before."""

    input: float
    cached: float
    output: float


_OPENAI: Final[Mapping[str, Price]] = {
    "gpt-5.5": Price(5.0, 0.5, 30.0),
    "gpt-5.4": Price(2.5, 0.25, 15.0),
    "gpt-5.4-mini": Price(0.75, 0.075, 4.5),
    "gpt-5.4-nano": Price(0.2, 0.02, 1.25),
    "gpt-5.2": Price(1.75, 0.175, 14.0),
    "gpt-5.1": Price(1.25, 0.125, 10.0),
    "gpt-5": Price(1.25, 0.125, 10.0),
    "gpt-5-mini": Price(0.25, 0.025, 2.0),
    "gpt-5-nano": Price(0.05, 0.005, 0.4),
    "gpt-4.1": Price(2.0, 0.5, 8.0),
    "gpt-4.1-mini": Price(0.4, 0.1, 1.6),
    "gpt-4.1-nano": Price(0.1, 0.025, 0.4),
    "gpt-4o": Price(2.5, 1.25, 10.0),
    "gpt-4o-mini": Price(0.15, 0.075, 0.6),
    "o3": Price(2.0, 0.5, 8.0),
    "o3-mini": Price(1.1, 0.55, 4.4),
    "o4-mini": Price(1.1, 0.275, 4.4),
}


@dataclass(frozen=True, slots=True)
class Prices:
    """The known prices, and ``own``: those of the settings file, which go before them."""

    own: Mapping[str, Price] = field(default_factory=dict)

    @classmethod
    def of(cls, settings: Settings) -> Prices:
        """As the settings file has them; where it does not say what cached tokens cost, they cost as others do."""
        return cls(
            {
                model: Price(price["input"], price.get("cached", price["input"]), price["output"])
                for model, price in settings.prices.items()
            }
        )

    def cost(self, model: str, server: str, usage: Usage | None) -> float | None:
        """Dollars for one turn; None where its price or its tokens are not known. ``server``: its ``server_name``."""
        if usage is None or usage.input is None or usage.output is None:
            return None
        price = self.own.get(model)
        if price is None:
            if server != _OPENAI_SERVER or usage.input > _LONG_CONTEXT:
                return None
            price = _OPENAI.get(_without_day(model))
        if price is None:
            return None
        cached = min(usage.cached or 0, usage.input)
        fresh = usage.input - cached
        return (fresh * price.input + cached * price.cached + usage.output * price.output) / _MILLION

    def is_own(self, model: str) -> bool:
        """Whether the price is from the settings file, and so of no day of ours."""
        return model in self.own


def server_name(url: str) -> str:
    """A server's host, with its port where the address names one: what stands in the details of an answer."""
    return urlsplit(url).netloc.rpartition("@")[2]


def _without_day(model: str) -> str:
    """The name without the day of a snapshot: gpt-5-mini-2025-08-07 costs what gpt-5-mini does."""
    stem, *day = model.rsplit("-", 3)
    is_day = len(day) == 3 and sum(map(len, day)) == _DIGITS_OF_A_DAY and all(part.isdecimal() for part in day)
    return stem if is_day else model


_OPENAI_SERVER: Final = server_name(OPENAI_URL)
