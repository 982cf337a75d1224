"""The interface in the person's own language: translations are looked for once, before the first widget is made.

Words that stand in a table are marked for the translators' tool by ``QT_TRANSLATE_NOOP`` and translated when shown.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from desktop_app.domain.choices import InterfaceLanguage
from desktop_app.ui.resources import resource_path

translate = QCoreApplication.translate
"""Context, text. The translators' tool goes by this name: a text that is given to a helper of another one, or within an
f-string, it never finds."""

_OURS: Final = frozenset(InterfaceLanguage) - {InterfaceLanguage.SYSTEM}


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # the name is the one lupdate looks for
    """``text`` as it is. Qt's own function does the same and forgets that it is a string."""
    return text


def install_translations(application: QCoreApplication, chosen: InterfaceLanguage) -> None:
    """Once, before any widget; dates and numbers too are written as a chosen language has them."""
    language = chosen
    if chosen is InterfaceLanguage.SYSTEM:
        language = _system_language()
    else:
        QLocale.setDefault(QLocale(chosen.value))
    if language is not InterfaceLanguage.ENGLISH:  # in which the program is written
        _install(application, resource_path(f"translations/aloud_{language}.qm"))
        _install(
            application, Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), f"qtbase_{language}.qm")
        )


def _system_language() -> InterfaceLanguage:
    """The first of those the system's owner reads for which there is a translation."""
    for tag in QLocale.system().uiLanguages():
        language = tag.replace("_", "-").partition("-")[0]
        if language in _OURS:
            return InterfaceLanguage(language)
    return InterfaceLanguage.ENGLISH


def _install(application: QCoreApplication, file: Path) -> None:
    """A file that is not there leaves English standing: in a source tree nobody may have compiled it yet."""
    translator = QTranslator(application)
    if translator.load(str(file)):
        application.installTranslator(translator)
