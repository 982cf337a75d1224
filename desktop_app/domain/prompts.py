"""Prompts that were saved to be used again, with fields to fill in: ``Translate into {{language}}: {{text}}``."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST_NAME = 80

FIELD = r"\{\{[^{}\n]{1,60}\}\}"
"""A field of a prompt, as a regular expression that Qt reads too."""


@dataclass(frozen=True, slots=True)
class SavedPrompt:
    id: str
    name: str
    text: str


def matching(prompts: list[SavedPrompt], typed: str) -> list[SavedPrompt]:
    """Those that ``typed`` may mean: first the names that begin with it, then those that have it anywhere."""
    wanted = typed.strip().casefold()
    ranked = [(_rank(prompt.name.casefold(), wanted), prompt) for prompt in prompts]
    return [prompt for rank, prompt in sorted(ranked, key=lambda pair: pair[0]) if rank < _NOT_AT_ALL]


_NOT_AT_ALL = 3


def _rank(name: str, wanted: str) -> int:
    if name.startswith(wanted):
        return 0
    if any(word.startswith(wanted) for word in name.split()):
        return 1
    return 2 if wanted in name else _NOT_AT_ALL
