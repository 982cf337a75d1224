"""How the still-open end of a stream is shown: markup that has only half arrived must not flash.

A mark that may yet become something else is held back; emphasis that is open is shown as if it were closed. Nothing
here decides what a block is: when the text is complete the parser alone does.
"""

from __future__ import annotations

import re
from dataclasses import replace

from desktop_app.domain.patterns import lazy
from desktop_app.markdown.blocks import Block, BlockKind, Span

# A last line that is nothing but marks so far: bullets, numbers, quote signs, fences with their info, table and
# heading rules, the head of a link definition, the head of a tag; a note's label, a task's box, an alert's sort, the
# signs before a formula.
_ONLY_MARKS = lazy(
    r"[ \t]*(?:(?:[-+*>]|\d{1,9}[.)])[ \t]+)*"
    r"(?:[-+*=_:|#>~`$\s]*|\d{1,9}[.)]?|(?:`{3,}|~{3,})[^\n]*|!?\[[^\]\n]*|\[(?!\^)[^\]\n]*\]:.*|</?[a-zA-Z!][^>\n]*"
    r"|\[\^[^\]\n]*\]:?[ \t]*|\[(?:[ xX]|![a-zA-Z]+)\][ \t]*|\\[\[(]?[ \t]*|\\b[a-z]*(?:\{[a-z]*\*?)?)\Z"
)
_LAST_PARAGRAPH = lazy(r"\n[ \t>]*\n|\n[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]")
_MARKS = lazy(r"\\.|`+|\*+|_+|~~|!?\[|\](?:\([^)\n]*\)?)?", re.DOTALL)
_LOOSE_END = lazy(r"(?<!\\)(?:\*+|_+|~+|`+|\\|&#?\w{0,31}|!|\$+)\Z")
_LONGEST_LINK = 300


def shown(text: str) -> str:
    """The part of the open text that may be shown; what is left out is at its end."""
    start = text.rfind("\n") + 1
    if _ONLY_MARKS.match(text, start):
        text = text[:start]
    return _without_table_head(text)


def _without_table_head(text: str) -> str:
    """Leaves out a first line of a table until the line below says that it is one."""
    body = text.rstrip("\n")
    start = body.rfind("\n") + 1
    if not body.startswith("|", start) or text.endswith("\n\n"):
        return text
    before = body[body.rfind("\n", 0, max(start - 1, 0)) + 1 : start]
    return text if before.lstrip().startswith("|") else text[:start]


def closed(text: str) -> tuple[str, int]:
    """The text with what is open in its last paragraph closed, and how much of it is the stream's own."""
    from desktop_app.markdown import half_formulas  # with the first text that streams

    display = half_formulas.display(text)
    if display is not None:
        end, closing = display
        return text[:end] + closing, end
    cut = 0
    for found in _LAST_PARAGRAPH.finditer(text, max(0, len(text) - 4000)):
        cut = found.end()
    masked, begin, sign = half_formulas.masked(text, cut)
    if sign:  # all behind it is the formula's
        closers = [sign, *_closers(masked[cut:begin])]
        end = len(masked)
    else:
        end = _kept(masked, cut)
        closers = _closers(masked[cut:end])
    if closers:
        end = len(text[:end].rstrip(" \t"))  # a blank before it would keep a mark from closing
    return text[:end] + "".join(closers), end


def _kept(text: str, cut: int) -> int:
    """Where the shown text ends: before a link that has only begun, and before marks that hang at the end."""
    end = len(text)
    opened = max(text.rfind("[", cut), 0)
    if opened > cut and end - opened < _LONGEST_LINK and "]" not in text[opened:-1]:
        end = opened - (text[opened - 1] == "!")
    loose = _LOOSE_END.search(text, cut, end)
    if loose is None:
        return end
    closing = not text[loose.start() - 1].isspace() and _closers(text[cut : loose.start()])[:1] == [loose[0]]
    return end if closing else loose.start()


def _closers(paragraph: str) -> list[str]:
    """What closes the emphasis, code and link that the paragraph leaves open, innermost first."""
    stack: list[str] = []
    code = ""
    link = ""
    for mark in _MARKS.finditer(paragraph):
        text = mark[0]
        if text[0] == "`":
            code = "" if code == text else code or text
        elif code or text[0] == "\\":
            continue
        elif text.startswith("]("):
            link = "" if text.endswith(")") else ")"
        elif text[0] in "*_~":
            _turn(stack, mark, paragraph)
    if link:
        return [link]
    return [code] * (code != "" and not paragraph.endswith("`")) + stack[::-1]


def _turn(stack: list[str], mark: re.Match[str], paragraph: str) -> None:
    """Closes the innermost emphasis of this mark, or opens one, as the characters around it allow."""
    text = mark[0]
    before = paragraph[mark.start() - 1 : mark.start()]
    after = paragraph[mark.end() : mark.end() + 1]
    if text in stack and before.strip():
        del stack[stack.index(text) :]
    elif after.strip() and not (text[0] == "_" and before.isalnum()):
        stack.append(text)


def clipped(block: Block, end: int, added: str) -> Block:
    """The block without what was ``added`` at ``end`` to close it."""
    if block.end <= end:
        return replace(block, closed=False)
    spans = _clip_all(block.spans, end)
    rows = block.rows
    if rows:  # only the last can reach so far
        rows = (*rows[:-1], replace(rows[-1], cells=tuple(_clip_all(cell, end) for cell in rows[-1].cells)))
    text = block.text if block.kind is BlockKind.MATHS else block.text.removesuffix(added)
    return replace(block, spans=spans, text=text, rows=rows, end=end, closed=False)


def _clip_all(spans: tuple[Span, ...], end: int) -> tuple[Span, ...]:
    return tuple(_clip(span, end) for span in spans if span.start < end)


def _clip(span: Span, end: int) -> Span:
    if span.end <= end:
        return span
    plain = span.end - span.start == len(span.text)
    return replace(span, text=span.text[: end - span.start] if plain else span.text, end=end)
