"""The language of code that names none is told by its beginning."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.ui.transcript.compositions.guessing import _SIGNS, guessed

BEGINNINGS = {
    "diff --git a/x b/x": "diff",
    "Index: x.c": "diff",
    "--- a/x\n+++ b/x": "diff",
    "@@ -1,2 +1,2 @@": "diff",
    "#!/usr/bin/env python3": "python",
    "#!/bin/sh": "bash",
    "#!/usr/bin/env node": "javascript",
    "#!/usr/bin/perl": "perl",
    "#!/usr/bin/env ruby": "ruby",
    "<?php echo 1;": "php",
    "<!DOCTYPE html>": "html",
    "<HTML lang=en>": "html",
    "<?xml version='1.0'?>": "xml",
    "Traceback (most recent call last):": "pytb",
    "$ ls": "console",
    '{"a": 1}': "json",
    "[{": "json",
    "from x import y": "python",
    "import os\nprint()": "python",
    "def f(x) -> int:": "python",
    "#include <stdio.h>": "cpp",
    "package main": "go",
    "select a\nFROM b": "",
    "select a FROM b": "sql",
    "Create Table t (a)": "sql",
    "insert into t values (1)": "sql",
    "█" * 9: "",
    "A song": "",
    "": "",
}


@pytest.mark.parametrize(("code", "language"), BEGINNINGS.items())
def test_the_first_lines_give_the_language_away(code: str, language: str) -> None:
    assert guessed(f"\n  {code}") == language


@given(
    st.sampled_from([*BEGINNINGS, "d", "#", "<", "T", "$", "[", "{", "f", "p", "s", "x"]),
    st.text("abz #<{[$@-\n", max_size=9),
)
def test_the_letters_a_sign_can_begin_with_leave_none_out(begin: str, more: str) -> None:
    code = (begin + more).lstrip()
    assert guessed(code) == next((language for _, sign, language in _SIGNS if sign.match(code)), "")
