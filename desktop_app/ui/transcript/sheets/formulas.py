"""LaTeX set as maths by ziamath, in a thread: outlines at one size, which are scaled and coloured where they are drawn.

Setting one formula takes 5 to 25 ms and loading the library half a second, so neither happens on the GUI thread; this
module touches nothing of Qt's.
"""

from __future__ import annotations

import re
import threading
from array import array
from collections import OrderedDict, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SIZE: Final = 20.0
"""The size, in pixels, that all measures are for."""
_MOST: Final = 3000
"""Characters: LaTeX longer than this stays LaTeX."""
_KEPT: Final = 1500
"""Formulas: some 5 kB each."""
_STEP = re.compile(r"([MLQCZ])([^MLQCZ]*)")
_NUMBER = re.compile(r"-?\d*\.?\d+(?:e-?\d+)?")
_DEFAULT = "black"


class Outline(NamedTuple):
    """A shape to be filled, or drawn with a pen ``stroke`` wide.

    ``steps`` are the commands of an SVG path, a letter each, absolute; ``numbers`` all that they take, in order.
    ``colour`` is a name or "#RRGGBB", "" for the ink of the words around.
    """

    steps: str
    numbers: array[float]
    colour: str = ""
    stroke: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Formula:
    """Measures from the baseline's left end; outlines have y downwards from the baseline. Each is only itself."""

    width: float
    ascent: float
    descent: float
    outlines: tuple[Outline, ...]


class Formulas:
    """Formulas by their LaTeX; one that is not known is set in a thread, which ends when nothing is left to do."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[str, bool], Formula | None] = OrderedDict()
        self._wanted: deque[tuple[str, bool]] = deque()
        self._lock = threading.Lock()
        self._running = False

    def known(self, latex: str, *, display: bool) -> bool:
        """Whether ``get`` has its answer; sends for it otherwise."""
        key = (latex, display)
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
                return True
            if key not in self._wanted:
                self._wanted.append(key)
            if not self._running:
                self._running = True
                threading.Thread(target=self._work, name="formulas", daemon=True).start()
        return False

    def get(self, latex: str, *, display: bool) -> Formula | None:
        """None where it cannot be set as maths, or is not known yet."""
        return self._known.get((latex, display))

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._wanted:
                    self._running = False
                    return
                key = latex, display = self._wanted[0]
            made = formula_of(latex, display=display)
            with self._lock:
                self._wanted.popleft()
                self._known[key] = made
                while len(self._known) > _KEPT:
                    self._known.popitem(last=False)


FORMULAS = Formulas()
"""For all pages."""


def formula_of(latex: str, *, display: bool) -> Formula | None:
    """Sets it here and now, for some 20 ms; None where it cannot be set as maths."""
    if not latex.strip() or len(latex) > _MOST:
        return None
    try:
        return _set_by_library(latex, display=display)
    except Exception:  # noqa: BLE001 - the library meets LaTeX it does not know with any error there is
        return None


def _set_by_library(latex: str, *, display: bool) -> Formula | None:
    from ziamath.config import config  # not before the first formula
    from ziamath.tex import tex2mml
    from ziamath.zmath import Latex

    config.svg2 = False
    if re.search(r"<m[ino]>\\[a-zA-Z]", tex2mml(latex, inline=not display)):
        return None  # a command that is not known would be set as letters
    return _formula(Latex(latex, size=SIZE, inline=not display).svgxml())


def _formula(drawing: Element) -> Formula | None:
    left, top, width, height = (float(number) for number in drawing.get("viewBox", "").replace(",", " ").split())
    outlines: list[Outline] = []
    for element in drawing:
        found = _outlines(element, "")
        if found is None:
            return None
        outlines += found
    return Formula(width + left, -top, height + top, tuple(outlines))


def _outlines(element: Element, colour: str) -> list[Outline] | None:
    """What the element draws; None for what we cannot draw."""
    name = element.tag.rpartition("}")[2]
    if "transform" in element.attrib:
        return None
    fill, stroke = element.get("fill", colour), element.get("stroke", "")
    if name == "g":
        found: list[Outline] = []
        for child in element:
            inner = _outlines(child, fill)
            if inner is None:
                return None
            found += inner
        return found
    steps = _rectangle(element) if name == "rect" else _steps(element.get("d", "")) if name == "path" else None
    if steps is None:
        return None
    if stroke:
        return [Outline(*steps, _colour(stroke), float(element.get("stroke-width", "1")))]
    return [] if fill == "none" else [Outline(*steps, _colour(fill))]


def _colour(name: str) -> str:
    return "" if name == _DEFAULT else name


def _steps(path: str) -> tuple[str, array[float]]:
    steps, numbers = "", array("f")
    for step in _STEP.finditer(path):
        taken = [float(number) for number in _NUMBER.findall(step[2])]
        steps += step[1] * (len(taken) // 2 if step[1] == "L" else 1)
        numbers.extend(taken)
    return steps, numbers


def _rectangle(element: Element) -> tuple[str, array[float]]:
    x, y, width, height = (float(element.get(name, "0")) for name in ("x", "y", "width", "height"))
    return "MLLLZ", array("f", [x, y, x + width, y, x + width, y + height, x, y + height])
