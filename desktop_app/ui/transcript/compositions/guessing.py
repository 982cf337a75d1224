"""The language of code that names none: told by its first lines, or not at all."""

from __future__ import annotations

import re

from desktop_app.domain.patterns import lazy

_SIGNS = (
    ("dI-@", lazy(r"diff --git |Index: \S|--- \S.*\n\+\+\+ \S|@@ -\d"), "diff"),
    ("#", lazy(r"#!.*\bpython"), "python"),
    ("#", lazy(r"#!.*\b(?:ba|z|da)?sh\b"), "bash"),
    ("#", lazy(r"#!.*\bnode\b"), "javascript"),
    ("#", lazy(r"#!.*\bperl\b"), "perl"),
    ("#", lazy(r"#!.*\bruby\b"), "ruby"),
    ("<", lazy(r"<\?php\b"), "php"),
    ("<", lazy(r"<!doctype html|<html\b", re.IGNORECASE), "html"),
    ("<", lazy(r"<\?xml\b"), "xml"),
    ("T", lazy(r"Traceback \(most recent call last\):"), "pytb"),
    ("$", lazy(r"\$ \S"), "console"),
    ("[{", lazy(r'[\[{]\s*(?:"[^"\n]*"\s*[:,\]]|\{)'), "json"),
    ("fid", lazy(r"(?:from [\w.]+ import \w|import \w+(?:\.\w+)*\s*$|def \w+\(.*\).*:\s*$)", re.MULTILINE), "python"),
    ("#", lazy(r"#include\s*[<\"]"), "cpp"),
    ("p", lazy(r"package main\b"), "go"),
    ("SsCcIi", lazy(r"(?:SELECT\b.*\bFROM|CREATE TABLE|INSERT INTO)\b", re.IGNORECASE), "sql"),
)
"""Each with the letters it can begin with: what begins otherwise costs the first page no expression."""


def guessed(code: str) -> str:
    """The language of code that names none, "" where its first lines do not give it away."""
    begin = code[:400].lstrip()
    first = begin[:1]
    return next((language for letters, sign, language in _SIGNS if first in letters and sign.match(begin)), "")
