"""The language of code that names none: told by its first lines, or not at all."""

from __future__ import annotations

import re

from desktop_app.domain.patterns import lazy

_SIGNS = (
    (lazy(r"diff --git |Index: \S|--- \S.*\n\+\+\+ \S|@@ -\d"), "diff"),
    (lazy(r"#!.*\bpython"), "python"),
    (lazy(r"#!.*\b(?:ba|z|da)?sh\b"), "bash"),
    (lazy(r"#!.*\bnode\b"), "javascript"),
    (lazy(r"#!.*\bperl\b"), "perl"),
    (lazy(r"#!.*\bruby\b"), "ruby"),
    (lazy(r"<\?php\b"), "php"),
    (lazy(r"<!doctype html|<html\b", re.IGNORECASE), "html"),
    (lazy(r"<\?xml\b"), "xml"),
    (lazy(r"Traceback \(most recent call last\):"), "pytb"),
    (lazy(r"\$ \S"), "console"),
    (lazy(r'[\[{]\s*(?:"[^"\n]*"\s*[:,\]]|\{)'), "json"),
    (lazy(r"(?:from [\w.]+ import \w|import \w+(?:\.\w+)*\s*$|def \w+\(.*\).*:\s*$)", re.MULTILINE), "python"),
    (lazy(r"#include\s*[<\"]"), "cpp"),
    (lazy(r"package main\b"), "go"),
    (lazy(r"(?:SELECT\b.*\bFROM|CREATE TABLE|INSERT INTO)\b", re.IGNORECASE), "sql"),
)


def guessed(code: str) -> str:
    """The language of code that names none, "" where its first lines do not give it away."""
    begin = code[:400].lstrip()
    return next((language for sign, language in _SIGNS if sign.match(begin)), "")
