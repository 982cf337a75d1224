"""Simple mathematics in LaTeX becomes words; what is not simple loses its signs."""

from __future__ import annotations

import re

_WORDS = {
    "times": "times",
    "cdot": "times",
    "div": "divided by",
    "pm": "plus or minus",
    "leq": "at most",
    "le": "at most",
    "geq": "at least",
    "ge": "at least",
    "neq": "is not",
    "ne": "is not",
    "approx": "is about",
    "equiv": "is equivalent to",
    "infty": "infinity",
    "sum": "the sum of",
    "int": "the integral of",
    "prod": "the product of",
    "rightarrow": "to",
    "Rightarrow": "implies",
    "sqrt": "the square root of",
    "lim": "the limit of",
    "ldots": "and so on",
    "dots": "and so on",
    "cdots": "and so on",
    "forall": "for all",
    "exists": "there is",
}
_SILENT = {"left", "right", "text", "mathrm", "mathbf", "mathit", "mathbb", "mathcal", "operatorname", "displaystyle"}

_FRACTION = re.compile(r"\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
_POWER = re.compile(r"\s*\^\s*(?:\{([^{}]*)\}|(\w))")
_INDEX = re.compile(r"_\s*(?:\{([^{}]*)\}|(\w))")
_COMMAND = re.compile(r"\\([a-zA-Z]+)|\\[^a-zA-Z]")
_SIGNS = {"=": " equals ", "+": " plus ", "<": " is less than ", ">": " is greater than ", "*": " times "}
_SIGN = re.compile(r"\s*[=+<>*]\s*|(?<=[\w)}])\s*-\s*(?=[\w({\\])")
_POWERS = {"2": " squared", "3": " cubed"}


def spoken_maths(latex: str) -> str:
    """The formula in words, as far as it is simple."""
    for _ in range(4):  # fractions within fractions
        latex, count = _FRACTION.subn(r" \1 over \2 ", latex)
        if not count:
            break
    latex = _POWER.sub(_power, latex)
    latex = _INDEX.sub(r" \1\2", latex)
    latex = _SIGN.sub(lambda sign: _SIGNS.get(sign[0].strip(), " minus "), latex)
    latex = _COMMAND.sub(_command, latex)
    return " ".join(re.sub(r"[{}$\\&^_~]", " ", latex).split())


def _power(match: re.Match[str]) -> str:
    exponent = match[1] or match[2]
    return _POWERS.get(exponent, f" to the power of {exponent}") + " "


def _command(match: re.Match[str]) -> str:
    name = match[1] or ""
    return " " if not name or name in _SILENT else f" {_WORDS.get(name, name)} "
