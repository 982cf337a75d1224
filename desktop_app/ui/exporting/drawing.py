"""How the window looks, for an HTML file that looks like it. Works in the export's thread: nothing here is Qt's."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from html import escape
from typing import NamedTuple

from desktop_app.ui.transcript.compositions.guessing import guessed
from desktop_app.ui.transcript.looks.colours import Colours
from desktop_app.ui.transcript.looks.inks import Ink, inks_of
from desktop_app.ui.transcript.sheets.formulas import SIZE, Formula, Outline, formula_of
from desktop_app.ui.transcript.sheets.lexing import Lexers, coloured_lines

_LONGEST = 400_000
"""Characters: code longer than this stays plain."""
_LARGER = 1.14
"""The letters of the maths font are smaller than those of the text at the same size."""

_LEXERS = Lexers()
"""Not the page's: a lexer may keep something of the text it is in."""


class Run(NamedTuple):
    """``exchange.rendering.Letters``."""

    text: str
    look: str = ""


class PageDrawing:
    """``exchange.rendering.Drawing``, in the program's two themes."""

    def __init__(self, light: Colours, dark: Colours) -> None:
        self._light, self._dark = light, dark

    @property
    def style(self) -> str:
        looks = "\n".join(f".{_name(ink)} {{ color: var(--{_name(ink)}) }}" for ink in Ink if ink >= Ink.KEYWORD)
        return (
            f":root {{ {_variables(self._light)} }}\n"
            f"@media (prefers-color-scheme: dark) {{ :root {{ {_variables(self._dark)} }} }}\n"
            f"@media print {{ :root {{ {_variables(self._light)} }} }}\n"
            f"{looks}\n.bold {{ font-weight: 700 }} .italic {{ font-style: italic }}\n"
        )

    def formula(self, latex: str, *, display: bool) -> str | None:
        return _set(latex, display)

    def code(self, language: str, text: str) -> Sequence[Run]:
        lexer = _LEXERS.load((language or guessed(text)).lower()) if len(text) <= _LONGEST else None
        if lexer is None:
            return [Run(text)]
        runs: list[Run] = []
        for number, (line, parts) in enumerate(zip(text.split("\n"), coloured_lines(lexer, text), strict=False)):
            done = 0
            before = "\n" if number else ""
            for part in parts:
                runs.append(Run(before + line[done : part.start]))
                looks = [_name(part.ink) if part.ink >= Ink.KEYWORD else "", "bold" * part.bold, "italic" * part.italic]
                runs.append(Run(line[part.start : part.start + part.length], " ".join(filter(None, looks))))
                before, done = "", part.start + part.length
            runs.append(Run(before + line[done:]))
        return [run for run in runs if run.text]


@lru_cache(maxsize=500)
def _set(latex: str, display: bool) -> str | None:  # noqa: FBT001 - a key of the cache
    """A conversation has the same formulas again and again, and each takes some 20 ms."""
    made = formula_of(latex, display=display)
    return _svg(made, latex) if made is not None else None


def _name(ink: Ink) -> str:
    return ink.name.lower()


def _variables(colours: Colours) -> str:
    ground = {name: getattr(colours, name) for name in ("page", "card", "line", "mine", "code")}
    inks = {_name(ink): colour for ink, colour in inks_of(colours).items()}
    return "; ".join(f"--{name}: {colour}" for name, colour in {**ground, **inks}.items())


def _svg(formula: Formula, latex: str) -> str:
    """As tall and wide as it is in letters around it; the LaTeX is its name."""
    top, height = -formula.ascent, formula.ascent + formula.descent
    em = _LARGER / SIZE
    words = escape(latex)
    return (
        f'<svg class="maths" role="img" aria-label="{words}" viewBox="0 {top:.2f} {formula.width:.2f} {height:.2f}"'
        f' width="{formula.width * em:.3f}em" height="{height * em:.3f}em"'
        f' style="vertical-align:{-formula.descent * em:.3f}em"><title>{words}</title>'
        f"{''.join(map(_path, formula.outlines))}</svg>"
    )


def _path(outline: Outline) -> str:
    takes = {"M": 2, "L": 2, "Q": 4, "C": 6, "Z": 0}
    numbers = iter(outline.numbers)
    steps = "".join(step + " ".join(f"{next(numbers):.4g}" for _ in range(takes[step])) for step in outline.steps)
    colour = escape(outline.colour) or "currentColor"
    if outline.stroke:
        return f'<path d="{steps}" fill="none" stroke="{colour}" stroke-width="{outline.stroke:.3g}"/>'
    return f'<path d="{steps}"/>' if not outline.colour else f'<path d="{steps}" fill="{colour}"/>'
