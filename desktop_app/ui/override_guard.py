"""On Python 3.11 a mistake within a method that Qt calls is a traceback, and not the end of the program.

There, where our code called Qt and Qt called our method, PySide 6.11 reads an exception that C code raised, such as an
index out of range or a touch of an object that Qt has deleted, before Python has made an object of it: the process dies
of a segmentation fault without a word. To have been caught makes it one, so here what Qt calls catches what leaves it.
Python 3.12 makes the object at once.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from types import FunctionType
from typing import Any, Final

_SHORT: Final = frozenset({"event", "paint", "data", "flags"})


def keep_mistakes_whole() -> None:
    """For all classes that are defined from now on. A call costs a tenth of a microsecond more."""
    if sys.version_info < (3, 12):
        from PySide6.QtCore import QObject

        QObject.__init_subclass__ = classmethod(_guard_overrides)  # type: ignore[assignment, arg-type]


def _guard_overrides(made: type, **_more: object) -> None:
    for name, value in list(vars(made).items()):
        if type(value) is FunctionType and _is_qts(name):
            setattr(made, name, _guarded(value))


def _is_qts(name: str) -> bool:
    """By its spelling. What might be a signal's other end is left as it is: by its arguments PySide tells how many."""
    return name in _SHORT or (not name.islower() and name[0].islower() and not name.startswith("set"))


def _guarded(method: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(method)
    def guarded(*given: Any, **named: Any) -> Any:
        try:
            return method(*given, **named)
        except BaseException:  # noqa: TRY203 - to have been caught is all that it needs
            raise

    return guarded
