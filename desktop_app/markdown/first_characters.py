"""Rules of the parser that are asked only where they can apply: by the character with which a block or a mark begins.

The library asks each of its rules in turn, a dozen for every line and every mark. Nearly all of them look at one
character first and say no. Here that character chooses the rules that are asked, in the library's own order.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

from markdown_it.ruler import Ruler

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

Beginnings = Mapping[str, str]
"""The name of a rule, and the characters one of which it needs; a rule that is not named may begin with any."""

_Rule = TypeVar("_Rule")


class BlockRules(Ruler["Callable[[StateBlock, int, int, bool], bool]"]):
    """The rules of another ruler, each asked for lines that begin with one of its characters.

    Whatever a line that is set in by four blanks begins with, it is shown to all rules.
    """

    def __init__(self, ruler: Ruler[Callable[[StateBlock, int, int, bool], bool]], beginnings: Beginnings) -> None:
        super().__init__()
        self.__rules__ = ruler.__rules__
        self._beginnings = beginnings
        self._chains: dict[str, list[Callable[[StateBlock, int, int, bool], bool]]] = {}

    def getRules(self, chainName: str = "") -> list[Callable[[StateBlock, int, int, bool], bool]]:  # noqa: N802, N803 - the library's names
        chain = self._chains.get(chainName)
        if chain is None:
            chain = self._chains[chainName] = [self._chosen(super().getRules(chainName))]
        return chain

    def _chosen(
        self, rules: list[Callable[[StateBlock, int, int, bool], bool]]
    ) -> Callable[[StateBlock, int, int, bool], bool]:
        chosen, others = _by_character(rules, _names(self), self._beginnings)

        def choose(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - the library's signature
            if state.sCount[start] - state.blkIndent >= 4:
                asked = rules
            else:
                at = state.bMarks[start] + state.tShift[start]
                asked = chosen.get(state.src[at : at + 1], others)
            for rule in asked:  # noqa: SIM110 - this runs for every line, and any() would take half as long again
                if rule(state, start, end, silent):
                    return True
            return False

        return choose


class InlineRules(Ruler["Callable[[StateInline, bool], bool]"]):
    """The same for the marks inside a text."""

    def __init__(self, ruler: Ruler[Callable[[StateInline, bool], bool]], beginnings: Beginnings) -> None:
        super().__init__()
        self.__rules__ = ruler.__rules__
        self._beginnings = beginnings
        self._chain: list[Callable[[StateInline, bool], bool]] = []

    def getRules(self, chainName: str = "") -> list[Callable[[StateInline, bool], bool]]:  # noqa: N802, N803 - the library's names
        if not self._chain:
            chosen, others = _by_character(super().getRules(chainName), _names(self), self._beginnings)

            def choose(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the library's signature
                for rule in chosen.get(state.src[state.pos], others):  # noqa: SIM110 - as above
                    if rule(state, silent):
                        return True
                return False

            self._chain = [choose]
        return self._chain


def _names(ruler: Ruler[_Rule]) -> dict[_Rule, str]:
    return {rule.fn: rule.name for rule in ruler.__rules__}


def _by_character(
    rules: list[_Rule], names: Mapping[_Rule, str], beginnings: Beginnings
) -> tuple[dict[str, list[_Rule]], list[_Rule]]:
    """For each character the rules that may begin with it, and those that are left for all others."""
    characters = "".join(beginnings.values())
    chosen = {
        character: [rule for rule in rules if character in beginnings.get(names[rule], character)]
        for character in characters
    }
    return chosen, [rule for rule in rules if names[rule] not in beginnings]
