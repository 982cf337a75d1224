"""Loads what the first message will need, beside the window that is already there."""

from __future__ import annotations

import threading
from functools import cache


@cache
def load_parser() -> None:
    """Begins to load the Markdown parser in a thread, once in a run; on the GUI thread it would take 50 ms."""
    threading.Thread(target=_load_parser, name="parser", daemon=True).start()


def _load_parser() -> None:
    from desktop_app.markdown.parser import parse

    parse("")
