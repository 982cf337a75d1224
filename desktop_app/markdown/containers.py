"""What holds blocks besides quotations and lists: footnotes, and terms with their definitions.

A reference to a note is one wherever it stands, since in a stream its note comes later if it comes at all. A term is
told by the line right below it, so that a paragraph still ends with a blank line; and a definition goes on only in
lines that are indented, so that the next term begins with its own line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.patterns import lazy

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

# Not [^a-z], which is a regular expression.
_LABEL = r"\^(?!(?:\w-\w|\\\w)+\])(?P<label>[^\[\]\s^][^\[\]\s]{0,60}?)\^?"
_REFERENCE = lazy(rf"\[{_LABEL}\](?![(\[])")
_NOTE = lazy(rf"\[{_LABEL}\]:[ \t]*")
_DEFINITION = lazy(r":[ \t]+(?=\S)")
_NOTE_INDENT = 4
_DEFINITION_INDENT = 2


def note_reference(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the library's signature
    """``[^label]`` in a line."""
    found = _REFERENCE.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "[" else None
    if found is None:
        return False
    if not silent:
        state.push("footnote", "", 0).content = found["label"]
    state.pos = found.end()
    return True


def note(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - the library's signature
    """``[^label]: `` and what is indented below it."""
    found = None if state.is_code_block(start) else _NOTE.match(state.src, _begin(state, start), state.eMarks[start])
    if found is None or silent:
        return found is not None
    opening = state.push("footnote_open", "", 1)
    opening.meta["label"] = found["label"]
    opening.map = between = [start, 0]
    _inside(state, start, end, found.end(), state.blkIndent + _NOTE_INDENT)
    state.push("footnote_close", "", -1)
    between[1] = state.line
    return True


def definition_list(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - the library's
    """A line and, each with a colon, its definitions; within one, whatever is not indented ends its paragraph."""
    if silent:
        return state.sCount[start] < min(state.blkIndent, state.ddIndent)
    if start + 1 >= end or not state.src.startswith(":", _begin(state, start + 1)):  # as nearly always
        return False
    if _definition_at(state, start + 1) < 0 or state.is_code_block(start) or _definition_at(state, start) >= 0:
        return False
    listing = state.push("dl_open", "dl", 1)
    listing.map = between = [start, 0]
    _push_term(state, start)
    line = start + 1
    around, state.ddIndent = state.ddIndent, state.blkIndent + _DEFINITION_INDENT
    while line < end and (content := _definition_at(state, line)) >= 0:
        opening = state.push("dd_open", "dd", 1)
        opening.map = lines = [line, 0]
        _inside(state, line, end, content, state.blkIndent + _DEFINITION_INDENT)
        state.push("dd_close", "dd", -1)
        lines[1] = line = state.line
    state.ddIndent = around
    state.push("dl_close", "dl", -1)
    between[1] = line
    return True


def _begin(state: StateBlock, line: int) -> int:
    return state.bMarks[line] + state.tShift[line]


def _definition_at(state: StateBlock, line: int) -> int:
    """Where a definition's content begins on the line; -1 where there is none."""
    if state.sCount[line] < state.blkIndent or state.is_code_block(line):
        return -1
    found = _DEFINITION.match(state.src, _begin(state, line), state.eMarks[line])
    return found.end() if found else -1


def _push_term(state: StateBlock, line: int) -> None:
    state.push("dt_open", "dt", 1).map = [line, line + 1]
    state.push("paragraph_open", "p", 1).map = [line, line + 1]
    token = state.push("inline", "", 0)
    token.content = state.getLines(line, line + 1, state.blkIndent, keepLastLF=False).strip()
    token.map, token.children = [line, line + 1], []
    state.push("paragraph_close", "p", -1)
    state.push("dt_close", "dt", -1)


def _inside(state: StateBlock, line: int, end: int, content: int, indent: int) -> None:
    """Reads the blocks of a container whose content begins at a place of this line, and is indented in the next."""
    kept = state.bMarks[line], state.tShift[line], state.sCount[line], state.blkIndent, state.parentType
    state.bMarks[line], state.tShift[line], state.sCount[line] = content, 0, indent
    state.blkIndent, state.parentType = indent, "root"
    state.md.block.tokenize(state, line, end)
    state.bMarks[line], state.tShift[line], state.sCount[line], state.blkIndent, state.parentType = kept
