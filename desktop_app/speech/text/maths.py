"""Simple mathematics in LaTeX becomes words, in the languages of ``maths_words``; what is not simple loses its signs.

A formula is read from left to right, group by group, as a person reads it out to somebody who writes it down.
"""

from __future__ import annotations

import re

from desktop_app.speech.text.maths_words import ENGLISH, MathsWords

_TOKEN = re.compile(r"\\(?:begin|end)\s*\{[^{}]*\}|\\[a-zA-Z]+\*?|\\.|\d+(?:[.,]\d+)*|[^\W\d_]+|\s+|.", re.DOTALL)
_SILENT = frozenset(
    [
        "left",
        "right",
        "big",
        "Big",
        "bigl",
        "bigr",
        "Bigl",
        "Bigr",
        "bigg",
        "Bigg",
        "text",
        "textbf",
        "textit",
        "textrm",
        "mathrm",
        "mathbf",
        "mathit",
        "mathbb",
        "mathcal",
        "mathsf",
        "mathfrak",
        "boldsymbol",
        "operatorname",
        "displaystyle",
        "limits",
        "nolimits",
        "quad",
        "qquad",
        "label",
        "nonumber",
        "hline",
    ]
)
_ACCENTS = {"hat": "hat", "widehat": "hat", "bar": "bar", "overline": "bar", "tilde": "tilde"}
_BOUNDED = frozenset({"sum", "prod", "int", "lim", "oint", "iint", "max", "min", "sup", "inf", "bigcup", "bigcap"})
_FUNCTIONS = frozenset(
    [
        "f",
        "g",
        "h",
        "F",
        "G",
        "P",
        "E",
        "O",
        "T",
        "log",
        "ln",
        "sin",
        "cos",
        "tan",
        "exp",
        "max",
        "min",
        "gcd",
        "det",
        "Pr",
        "Var",
    ]
)
_DEEPEST = 30


def spoken_maths(latex: str, words: MathsWords = ENGLISH) -> str:
    """The formula in words, as far as it is simple."""
    said = _Formula(latex, words).sequence()
    return re.sub(r"\s+(?=[,;.:!?)])", "", " ".join(said.split())).strip(" ,")


class _Formula:
    """``depth`` limits how far groups may nest: what is deeper is no simple formula."""

    def __init__(self, latex: str, words: MathsWords) -> None:
        self._tokens: list[str] = _TOKEN.findall(latex)
        self._at = 0
        self._depth = 0
        self._words = words

    def sequence(self, until: str = "") -> str:
        """Everything up to a closing sign, which is passed over."""
        said: list[str] = []
        self._depth += 1
        while self._at < len(self._tokens) and self._depth < _DEEPEST:
            token = self._tokens[self._at]
            self._at += 1
            if token == until:
                break
            said.append(self._said(token, said))
        self._depth -= 1
        return "".join(said)

    def _said(self, sign: str, before: list[str]) -> str:
        if sign.startswith("\\"):
            return self._command(sign[1:].rstrip("*"))
        structure = self._structure(sign, "".join(before))
        if structure is not None:
            return structure
        if sign in "}&~$":
            return " "
        return f" {self._words.signs[sign]} " if sign in self._words.signs else sign

    def _structure(self, sign: str, before: str) -> str | None:
        """A sign with what belongs to it; None for one that stands for itself."""
        said: str | None = None
        match sign:
            case "{":
                said = self.sequence("}")
            case "^":
                said = self._power(self._argument())
            case "_":
                said = self._argument()
            case "|" if not _is_value(before) and "|" in self._tokens[self._at :]:
                said = f"{self._words.absolute} {self.sequence('|')}"
            case "(" if (before.split() or [""])[-1] in _FUNCTIONS:
                said = f"{self._words.of} {self.sequence(')')}"
            case "!" if _is_value(before):
                said = self._words.factorial
        return said if said is None or sign == "{" else f" {said} "

    def _command(self, name: str) -> str:
        words = self._words
        if name in _BOUNDED:
            said = self._bounded(name)
        elif name in {"frac", "dfrac", "tfrac"}:
            said = f"{self._argument(digits=1)} {words.over} {self._argument(digits=1)}"
        elif name == "binom":
            said = f"{self._argument()} {words.choose} {self._argument()}"
        elif name == "sqrt":
            said = self._root()
        elif name == "vec":
            said = f"{words.vector} {self._argument()}"
        elif name in _ACCENTS:
            said = f"{self._argument()} {_ACCENTS[name]}"
        elif name == "\\":
            return ", "
        elif name in _SILENT or name.endswith("}") or not name[:1].isalpha():
            said = words.signs.get(name, "")
        else:
            said = words.commands.get(name, name)
        return f" {said} "

    def _root(self) -> str:
        self._skip_blanks()
        degree = "2"
        if self._at < len(self._tokens) and self._tokens[self._at] == "[":
            self._at += 1
            degree = self.sequence("]").strip()
        root = self._words.roots.get(degree) or self._words.other_root.format(degree)
        return f" {root} {self._argument()} "

    def _bounded(self, name: str) -> str:
        """A sum, an integral or a limit with what stands under and over it."""
        bounds = {"_": "", "^": ""}
        self._skip_blanks()
        while self._at < len(self._tokens) and self._tokens[self._at] in {*bounds, "\\limits"}:
            sign = self._tokens[self._at]
            self._at += 1
            if sign in bounds:
                bounds[sign] = " ".join(self._argument().split())
            self._skip_blanks()
        said = self._words.commands.get(name, name)
        if name == "lim":
            return f" {said} {self._words.where} {bounds['_']} {self._words.of} " if bounds["_"] else f" {said} "
        lower = f" {self._words.since} {bounds['_']}" if bounds["_"] else ""
        upper = f" {self._words.until} {bounds['^']}" if bounds["^"] else ""
        return f" {said}{lower}{upper} {self._words.of if name in {'sum', 'prod', 'int', 'oint', 'iint'} else ''} "

    def _power(self, exponent: str) -> str:
        exponent = " ".join(exponent.split())
        known = self._words.powers.get(exponent)
        return f" {known or f'{self._words.power} {exponent}'} "

    def _argument(self, digits: int = 99) -> str:
        """The group that follows, or the one sign or letter, or at most so many digits: "x^10" means x to the ten."""
        self._skip_blanks()
        if self._at >= len(self._tokens) or self._depth >= _DEEPEST:
            return ""
        token = self._tokens[self._at]
        if token.isalpha() and len(token) > 1:  # of "^ij" the first alone is meant
            self._tokens[self._at] = token[1:]
            return token[0]
        if token.isdigit() and len(token) > digits:
            self._tokens[self._at] = token[digits:]
            return token[:digits]
        self._at += 1
        self._depth += 1
        said = self._said(token, [])
        self._depth -= 1
        return said

    def _skip_blanks(self) -> None:
        while self._at < len(self._tokens) and self._tokens[self._at].isspace():
            self._at += 1


def _is_value(before: str) -> bool:
    """Whether something stands there to which a following sign can belong."""
    return before.rstrip()[-1:].isalnum() or before.rstrip()[-1:] in {")", "]"}
