"""Contrast as WCAG 2 counts it, and what a style sheet makes of a widget: its words and the ground they stand on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

from PySide6.QtGui import QColor

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SELECTOR = re.compile(r"^(?P<kind>\w+(?:::[\w-]+)?)(?P<asked>(?:\[[^\]]+\]|:[\w-]+)*)$")
_ASKED = re.compile(r"\[[^\]]+\]|:[\w-]+")


def contrast(one: str, other: str) -> float:
    """1 to 21."""
    low, high = sorted((_brightness(one), _brightness(other)))
    return (high + 0.05) / (low + 0.05)


def _brightness(colour: str) -> float:
    """Relative luminance."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    shown = QColor(colour)
    return 0.2126 * linear(shown.redF()) + 0.7152 * linear(shown.greenF()) + 0.0722 * linear(shown.blueF())


@dataclass(frozen=True)
class Rule:
    """``asked``: the properties and states a widget must have, as they stand in the selector."""

    kind: str
    asked: frozenset[str]
    order: int
    says: dict[str, str] = field(hash=False)


@dataclass(frozen=True)
class Dress:
    """What a widget of this kind, with these properties and states, looks like; empty where the sheet says nothing."""

    kind: str
    asked: frozenset[str]
    ink: str
    ground: str

    def __str__(self) -> str:
        which = f"{self.kind}{''.join(sorted(self.asked))}"
        return f"{which}: {self.ink or 'usual ink'} on {self.ground or 'its surroundings'}"


def dresses(sheet: str) -> Iterator[Dress]:
    """Every look in every single state that the sheet makes a difference for, by the cascade of CSS."""
    rules = list(_rules(sheet))
    for kind in dict.fromkeys(rule.kind for rule in rules):
        own = [rule for rule in rules if rule.kind == kind]
        asked = {one for rule in own for one in rule.asked}
        looks = [frozenset[str](), *(frozenset({one}) for one in sorted(asked) if one.startswith("[look"))]
        others = [frozenset[str](), *(frozenset({one}) for one in sorted(asked) if not one.startswith("[look"))]
        for look, state in product(looks, others):
            yield _dress(kind, look | state, own)


def _dress(kind: str, has: frozenset[str], rules: list[Rule]) -> Dress:
    says: dict[str, str] = {}
    for rule in sorted(rules, key=lambda rule: (len(rule.asked), rule.order)):
        if rule.asked <= has:
            says |= rule.says
    ground = says.get("background", "")
    return Dress(kind, has, says.get("color", ""), ground if ground.startswith("#") else "")


def _rules(sheet: str) -> Iterator[Rule]:
    for order, (selectors, body) in enumerate(_RULE.findall(sheet)):
        says = {name.strip(): value.strip() for name, _, value in (line.partition(":") for line in body.split(";"))}
        for selector in selectors.split(","):
            if match := _SELECTOR.match(selector.strip()):
                yield Rule(match["kind"], frozenset(_ASKED.findall(match["asked"])), order, says)
