"""A block of code is saved as a file: "Save as…" at its head."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final, Protocol

from desktop_app.domain.errors import UserError
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.views import Notice, NoticeView, Step

CODE_FILE_NOTICE: Final = "code file"

_ENDINGS: Final = {
    "bash": "sh",
    "c#": "cs",
    "c++": "cpp",
    "console": "txt",
    "csharp": "cs",
    "elixir": "ex",
    "haskell": "hs",
    "javascript": "js",
    "julia": "jl",
    "kotlin": "kt",
    "latex": "tex",
    "makefile": "mk",
    "markdown": "md",
    "objective-c": "m",
    "patch": "diff",
    "perl": "pl",
    "powershell": "ps1",
    "python": "py",
    "ruby": "rb",
    "rust": "rs",
    "shell": "sh",
    "text": "txt",
    "typescript": "ts",
    "yml": "yaml",
}
"""By the name in a fence, where that is not the ending itself, as "css" and "go" are."""


class CodeFileView(Protocol):
    """The dialog that asks for a file's name."""

    def ask_where(self, name: str) -> None:
        """Opens it with this name proposed."""


class CodeFilePresenter:
    """``save_text`` blocks and raises UserErrors; it runs in a thread."""

    def __init__(
        self, view: CodeFileView, notices: NoticeView, *, save_text: Callable[[Path, str], None], tasks: Tasks
    ) -> None:
        self._view = view
        self._notices = notices
        self._save_text = save_text
        self._tasks = tasks
        self._text = ""
        self._name = ""

    def ask(self, text: str, language: str) -> None:
        """The code, and its language as the fence names it, "" for none."""
        self._text, self._name = text, _file_name(language)
        self._view.ask_where(self._name)

    def save(self, path: str) -> None:
        """The place was chosen."""
        self._notices.clear_notice(CODE_FILE_NOTICE)
        self._tasks.start("save code", self._save(Path(path), self._text))

    def take_step(self, step: str) -> None:
        """What the notice of trouble offers: another place."""
        self._notices.clear_notice(CODE_FILE_NOTICE)
        if Step(step) is Step.CHOOSE_PLACE:
            self._view.ask_where(self._name)

    async def _save(self, path: Path, text: str) -> None:
        try:
            await asyncio.to_thread(self._save_text, path, text if text.endswith("\n") else f"{text}\n")
        except UserError as error:
            self._notices.show_notice(Notice(CODE_FILE_NOTICE, error, (Step.CHOOSE_PLACE,)))


def _file_name(language: str) -> str:
    word = language.lower()
    if word == "dockerfile":
        return "Dockerfile"
    ending = _ENDINGS.get(word, word if re.fullmatch(r"[a-z][a-z0-9]{0,5}", word) else "txt")
    return f"code.{ending}"
