"""What PySide knows of its signatures is loaded when somebody asks for it, and not at every start.

PySide has Python modules within its library, as sources, and compiles and runs all of them when it is imported: 3,000
lines, with the expressions by which it writes its own type stubs, a tenth of the time until the page is shown. They
serve the text of a TypeError over wrong arguments, ``help`` and ``inspect.signature``; each waits for the first such
question. Should another PySide bring them along in another way, it loads them as it likes.
"""

from __future__ import annotations

import builtins
import contextlib
import sys
import threading
from collections.abc import Iterator, Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any, Final

_SUPPORT: Final = "shibokensupport"
_MAPPING: Final = f"{_SUPPORT}.signature.mapping"
_UPDATE: Final = "update_mapping"
_LATER: Final = frozenset(
    (
        _MAPPING,
        *(
            f"{_SUPPORT}.signature.{name}"
            for name in ("errorhandler", "layout", "lib.enum_sig", "lib.pyi_generator", "lib.tool", "parser")
        ),
    )
)
_waking = threading.RLock()  # wrong arguments may be given on any thread, and one module needs the other


@contextlib.contextmanager
def signatures_later() -> Iterator[None]:
    """While PySide is imported for the first time, before any thread begins."""
    pythons_own = builtins.__import__

    def listen(name: str, *more: Any, **named: Any) -> ModuleType:
        if name == _SUPPORT:  # PySide has just put its own finder before all others
            builtins.__import__ = pythons_own
            sys.meta_path.insert(0, _Finder(sys.meta_path[0]))
        return pythons_own(name, *more, **named)

    builtins.__import__ = listen
    try:
        yield
    finally:
        if builtins.__import__ is listen:
            builtins.__import__ = pythons_own
        sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, _Finder)]


class _Finder:
    def __init__(self, pysides: Any) -> None:
        self._pysides = pysides

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        spec: ModuleSpec | None = self._pysides.find_spec(name, path, target) if name in _LATER else None
        if spec is not None:
            spec.loader = _LaterLoader(spec.loader)  # type: ignore[assignment] # a loader by what it does
        return spec


class _LaterLoader:
    """The module is there at once, and runs when something of its contents is asked for."""

    def __init__(self, pysides: Any) -> None:
        self._pysides = pysides

    def create_module(self, _spec: ModuleSpec) -> None:
        """As Python makes it."""

    def exec_module(self, module: ModuleType) -> None:
        spec = module.__spec__
        assert spec is not None
        name = spec.name  # PySide publishes the module under another, and cannot load it by that

        def wake_up() -> None:
            with _waking:
                if vars(module).pop("__getattr__", None) is not None:
                    published, spec.name = spec.name, name
                    self._pysides.exec_module(module)
                    spec.name = published

        def answer(asked: str) -> Any:
            if asked.startswith("__"):  # as Python itself asks everybody
                raise AttributeError(asked)
            wake_up()
            return getattr(module, asked)

        def update() -> None:
            wake_up()
            vars(module)[_UPDATE]()

        vars(module)["__getattr__"] = answer
        if name == _MAPPING:  # the library looks for this one by itself, and would end the program if it were not there
            vars(module)[_UPDATE] = update
