"""The interface in another language: chosen, or the first of the system's that Aloud knows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desktop_app.domain.choices import InterfaceLanguage
from desktop_app.ui.actions import ACTIONS
from desktop_app.ui.counts import Counts
from desktop_app.ui.translation import install_translations

_GERMAN, _JAPANESE = InterfaceLanguage.GERMAN, InterfaceLanguage.JAPANESE


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    """One that is English again afterwards."""
    before = QLocale()
    yield qapp
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


def _settings() -> str:
    return QCoreApplication.translate("Actions", "Settings")


def test_without_a_choice_the_systems_language_is_spoken(
    application: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    for languages, wanted in [
        (["fr-FR", "de-AT", "en"], "Einstellungen"),
        (["en-GB", "de"], "Settings"),
        (["ja"], "設定"),
        (["fr"], "Settings"),
        ([], "Settings"),
    ]:
        monkeypatch.setattr(QLocale, "uiLanguages", lambda _self, given=languages: given)
        install_translations(application, InterfaceLanguage.SYSTEM)
        assert _settings() == wanted
        for translator in application.findChildren(QTranslator):
            application.removeTranslator(translator)


def test_a_choice_counts_more_than_the_system_and_holds_for_numbers_too(application: QApplication) -> None:
    install_translations(application, _GERMAN)
    assert _settings() == "Einstellungen"
    assert QLocale().toString(1234.5, "f", 1) == "1.234,5"


def test_qt_itself_speaks_the_language_too(application: QApplication) -> None:
    install_translations(application, _GERMAN)
    assert QCoreApplication.translate("QWidgetTextControl", "&Copy").replace("&", "") == "Kopieren"


def test_english_can_be_chosen_where_the_system_speaks_another_language(
    application: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _self: ["de"])
    install_translations(application, InterfaceLanguage.ENGLISH)
    assert _settings() == "Settings"


@pytest.mark.parametrize(("language", "one", "many"), [(_GERMAN, "1 Zeile", "24 Zeilen"), (_JAPANESE, "1 行", "24 行")])
def test_numbers_have_the_words_of_the_language(
    application: QApplication, language: InterfaceLanguage, one: str, many: str
) -> None:
    install_translations(application, language)
    assert (Counts().lines(1), Counts().lines(24)) == (one, many)


@pytest.mark.parametrize("language", [_GERMAN, _JAPANESE])
def test_every_action_has_a_name_of_its_own_in_each_language(
    application: QApplication, language: InterfaceLanguage
) -> None:
    install_translations(application, language)
    names = [QCoreApplication.translate("Actions", spec.text) for spec in ACTIONS]
    assert len(set(names)) == len(names)
