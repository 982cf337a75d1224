"""The language of code that names none: told by its first lines, or not at all."""

from __future__ import annotations

import re

_SIGNS = (
    (re.compile(r"diff --git |Index: \S|--- \S.*\n\+\+\+ \S|@@ -\d"), "diff"),
    (re.compile(r"#!.*\bpython"), "python"),
    (re.compile(r"#!.*\b(?:ba|z|da)?sh\b"), "bash"),
    (re.compile(r"#!.*\bnode\b"), "javascript"),
    (re.compile(r"#!.*\bperl\b"), "perl"),
    (re.compile(r"#!.*\bruby\b"), "ruby"),
    (re.compile(r"<\?php\b"), "php"),
    (re.compile(r"<!doctype html|<html\b", re.IGNORECASE), "html"),
    (re.compile(r"<\?xml\b"), "xml"),
    (re.compile(r"Traceback \(most recent call last\):"), "pytb"),
    (re.compile(r"\$ \S"), "console"),
    (re.compile(r'[\[{]\s*(?:"[^"\n]*"\s*[:,\]]|\{)'), "json"),
    (re.compile(r"(?:from [\w.]+ import \w|import \w+(?:\.\w+)*\s*$|def \w+\(.*\).*:\s*$)", re.MULTILINE), "python"),
    (re.compile(r"#include\s*[<\"]"), "cpp"),
    (re.compile(r"package main\b"), "go"),
    (re.compile(r"(?:SELECT\b.*\bFROM|CREATE TABLE|INSERT INTO)\b", re.IGNORECASE), "sql"),
)


def guessed(code: str) -> str:
    """The language of code that names none, "" where its first lines do not give it away."""
    begin = code[:400].lstrip()
    return next((language for sign, language in _SIGNS if sign.match(begin)), "")
