"""PySide looks at every module that anybody imports, on every thread. Here that ends.

It reads the module's source, to see whether it asks for PySide's other spellings (``from __feature__ import ...``),
and to do so asks the module for ``__wrapped__``. A module that answers such a question by importing something, as
pydantic's do, fails over it when it is asked in the middle of its own import. Usually it has been looked at before
that; but while another thread touches a Qt class for the first time the looking is switched off, and then a first
request to a server died of an ImportError, rarely, on a busy machine. Without it ``import openai`` is quicker, too.
"""

from __future__ import annotations

import builtins
import importlib
from contextlib import suppress

from desktop_app.ui.signatures_later import signatures_later


def leave_imports_alone() -> None:
    """From now on imports are Python's own. Nothing in this program uses those spellings.

    The sooner the better: each module that is imported between Qt and here is read twice, which takes the start 10 ms.
    """
    with signatures_later():
        importlib.import_module("PySide6.QtCore")  # it brings the hook along
    if (pythons_own := getattr(builtins, "__orig_import__", None)) is not None:
        builtins.__import__ = pythons_own  # as quick as ever, 2 µs less for each time an import is come to
    with suppress(ImportError):  # a later PySide may do without
        feature = importlib.import_module("shibokensupport.feature")
        vars(feature)["feature_imported"] = _look_away


def _look_away(_module: object) -> None:
    pass
