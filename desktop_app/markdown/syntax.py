"""markdown-it-py set up so that every inline token knows where it stands in the text it was made from.

The library tells only the lines of blocks. Its inline rules, however, all move one cursor: a state that notes the
cursor whenever a token or a run of literal text begins, and rules that note it again when they end, give exact places
without a second guess at the syntax. ``token.meta["at"]`` and ``["end"]`` are offsets into its content.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.presets import commonmark
from markdown_it.rules_block import StateBlock, fence, lheading, table
from markdown_it.rules_inline import StateInline, autolink, backtick, entity, escape, html_inline, image, newline

from desktop_app.domain.patterns import lazy
from desktop_app.markdown.containers import definition_list, note, note_reference
from desktop_app.markdown.first_characters import BlockRules, InlineRules
from desktop_app.markdown.maths import inline_maths, maths_block

if TYPE_CHECKING:
    from markdown_it.ruler import RuleOptionsType
    from markdown_it.token import Token
    from markdown_it.utils import EnvType

_InlineRule = Callable[[StateInline, bool], bool]
_BlockRule = Callable[[StateBlock, int, int, bool], bool]

_BLOCK_BEGINNINGS = {
    "code": "",  # is told by its indent
    "fence": "`~",
    "maths": "$\\",
    "blockquote": ">",
    "hr": "*-_",
    "list": "*+-0123456789",
    "footnote": "[",
    "reference": "[",
    "html_block": "<",
    "heading": "#",
}
_INLINE_BEGINNINGS = {
    "linkify": ":",
    "newline": "\n",
    "maths": "$\\",
    "escape": "\\",
    "backticks": "`",
    "strikethrough": "~",
    "emphasis": "*_",
    "footnote": "[",
    "link": "[",
    "image": "!",
    "autolink": "<",
    "html_inline": "<",
    "entity": "&",
}
_CONTAINER = re.compile(r"(?:[-+*]|\d{1,9}[.)])(?:[ \t]|\Z)|>")
_SCHEME_BEFORE = lazy(r"(?:^|[^a-zA-Z0-9.+-])(https?|ftp)$", re.IGNORECASE)
# Chinese, Japanese and Korean text follows an address without a blank.
_ADDRESS = lazy(r"://[^\s<\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]+")
_TRAILING = lazy(r"(?:[?!.,:;*_~'\"]|&[a-zA-Z0-9]+;)$")


class _PlacedState(StateInline):
    """Notes where each token begins; tokens pushed without moving the cursor (a run of ``***``) follow each other."""

    _pending_at = 0
    _pushed_at = -1
    _last: Token | None = None

    def append_pending(self, text: str) -> None:
        if not self._pending and not self._pending_buffer:
            self._pending_at = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802 - the library's name
        token = super().pushPending()
        token.meta["at"] = self._pending_at
        token.meta["end"] = self._pending_at + len(token.content)
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        at = self.pos
        if self._pushed_at == at and self._last is not None:
            at = self._last.meta["at"] + len(self._last.content)
        self._pushed_at, self._last = self.pos, token
        token.meta["at"] = at
        return token


class _PlacedInline(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _PlacedState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _noting_end(rule: _InlineRule) -> _InlineRule:
    """The rule, which besides notes on the last token it made where the markup ends."""

    def placed(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the library's signature
        known = len(state.tokens)
        done = rule(state, silent)
        if done and not silent and len(state.tokens) > known:
            state.tokens[-1].meta["end"] = state.pos
        return done

    return placed


def trimmed_address(address: str) -> str:
    """A bare address without the punctuation that belongs to the sentence around it, as GFM tells."""
    while True:
        if address.endswith(")") and address.count(")") > address.count("("):
            address = address[:-1]
        elif tail := _TRAILING.search(address):
            address = address[: tail.start()]
        else:
            return address


def _bare_address(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the library's signature
    """``https://…`` in running text; it begins before the colon, in text that is already pending."""
    if state.src[state.pos] != ":" or state.linkLevel > 0:
        return False
    found = _ADDRESS.match(state.src, state.pos, state.posMax)
    scheme = _SCHEME_BEFORE.search(state.pending) if found else None
    if found is None or scheme is None:
        return False
    rest = trimmed_address(found[0])
    if len(rest) <= len("://"):
        return False
    if not silent:
        address = scheme[1] + rest
        state.pending = state.pending[: -len(scheme[1])]
        opened = state.push("link_open", "a", 1)
        opened.attrs = {"href": state.md.normalizeLink(address)}
        text = state.push("text", "", 0)
        text.content = address
        text.meta.update(at=state.pos - len(scheme[1]), end=state.pos + len(rest))
        state.push("link_close", "a", -1)
    state.pos += len(rest)
    return True


def _placed_fence(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - the library's signature
    """A fence that besides says how far it is indented, what its container asks for, and whether it was closed."""
    indent = state.sCount[start]
    if not fence(state, start, end, silent):
        return False
    if not silent:
        token = state.tokens[-1]
        lines = token.content.count("\n") + (not token.content.endswith("\n") and token.content != "")
        token.meta.update(indent=indent, needed=state.blkIndent, closed=state.line - start - 1 > lines)
    return True


def _placed_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - the library's signature
    """A table whose rows say in which column of their line they begin, after the marks of their containers."""
    below = start + 1
    if below >= end or not state.src.startswith(("|", "-", ":"), state.bMarks[below] + state.tShift[below]):
        return False
    if state.src.find("|", state.bMarks[start], state.eMarks[start]) < 0:
        return False
    known = len(state.tokens)
    if _CONTAINER.match(state.src, state.bMarks[start] + state.tShift[start], state.eMarks[start]):
        return (
            False  # a line of an item or a quotation comes before a table's head, also where the item is not the first
        )
    if not table(state, start, end, silent):
        return False
    for token in state.tokens[known:]:
        if token.type == "tr_open" and token.map:
            at = state.bMarks[token.map[0]] + state.tShift[token.map[0]]
            token.meta["column"] = at - (state.src.rfind("\n", 0, at) + 1)
    return True


def _told_lheading(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - the library's signature
    """A heading that is underlined, which is looked for only where a line below the paragraph may underline it."""
    line = start + 1
    while line < end and not state.isEmpty(line):
        at = state.bMarks[line] + state.tShift[line]
        if not state.src[at : at + 1].isalpha():
            return lheading(state, start, end, silent)
        line += 1
    return False


@cache
def syntax() -> MarkdownIt:
    """The grammar of ``parser``; raw HTML is recognised, so that it can be left out."""
    md = MarkdownIt(commonmark.make())
    md.inline = _PlacedInline()
    config = commonmark.make()
    config["components"]["block"]["rules"].append("table")
    config["components"]["inline"]["rules"] += ["strikethrough", "linkify"]
    config["components"]["inline"]["rules2"] = ["balance_pairs", "strikethrough", "emphasis"]
    md.configure(config)
    md.options["maxNesting"] = 40
    md.options["tasklists"] = md.options["alerts"] = True
    placed: dict[str, _InlineRule] = {
        "newline": newline,
        "escape": escape,
        "backticks": backtick,
        "image": image,
        "autolink": autolink,
        "html_inline": html_inline,
        "entity": entity,
    }
    for name, rule in placed.items():
        md.inline.ruler.at(name, _noting_end(rule))
    md.inline.ruler.at("linkify", _bare_address)
    md.inline.ruler.before("escape", "maths", _noting_end(inline_maths))
    md.inline.ruler.before("link", "footnote", _noting_end(note_reference))
    anywhere: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    md.block.ruler.at("fence", _placed_fence, anywhere)
    md.block.ruler.after("fence", "maths", maths_block, anywhere)
    md.block.ruler.before("reference", "footnote", note, anywhere)
    md.block.ruler.before("lheading", "definitions", definition_list, {"alt": ["paragraph", "reference", "blockquote"]})
    md.block.ruler.at("table", _placed_table, {"alt": ["paragraph", "reference"]})
    md.block.ruler.at("lheading", _told_lheading)
    md.block.ruler = BlockRules(md.block.ruler, _BLOCK_BEGINNINGS)
    md.inline.ruler = InlineRules(md.inline.ruler, _INLINE_BEGINNINGS)
    return md
