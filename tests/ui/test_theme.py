"""Colours that can be read, fonts and icons that are brought along."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.choices import Appearance
from desktop_app.ui.composer import Composer
from desktop_app.ui.fonts import CODE_FAMILY, TEXT_FAMILY
from desktop_app.ui.icons import icon
from desktop_app.ui.resources import resource_path
from desktop_app.ui.theme import DARK, LIGHT, Theme, ThemeKeeper
from tests.support.contrast import contrast

ENOUGH = 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("words", "ground"),
    [
        *product(["ink", "muted", "accent", "trouble"], ["page", "side", "card", "code", "selected", "mine"]),
        ("ink", "spoken"),
        ("ink", "hover"),
        ("muted", "hover"),
        ("page", "ink"),
    ],
)
def test_words_can_be_read_on_the_ground_they_stand_on(theme: Theme, words: str, ground: str) -> None:
    assert contrast(getattr(theme, words), getattr(theme, ground)) >= ENOUGH


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_colour_of_a_theme_is_a_colour(theme: Theme) -> None:
    colours = [getattr(theme, name) for name in theme._fields if name != "dark"]
    assert all(QColor(colour).isValid() and len(colour) == 7 for colour in colours)


def test_a_change_of_appearance_dresses_the_application_and_then_tells(keeper: ThemeKeeper, qapp: QApplication) -> None:
    seen: list[tuple[Theme, str]] = []
    keeper.changed.connect(lambda theme: seen.append((theme, qapp.palette().color(QPalette.ColorRole.Window).name())))
    keeper.set_appearance(Appearance.DARK)
    assert seen == [(DARK, DARK.page.lower())]
    assert keeper.theme is DARK
    assert DARK.card in qapp.styleSheet()


def test_the_same_appearance_again_tells_nobody(keeper: ThemeKeeper, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(keeper.changed):
        keeper.set_appearance(Appearance.LIGHT)


def test_without_a_choice_the_systems_scheme_is_followed_at_once(
    keeper: ThemeKeeper, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No screen of the tests has a scheme of its own, so the system's answer is put in its mouth."""
    answer = Qt.ColorScheme.Light
    hints = SimpleNamespace(colorScheme=lambda: answer)
    system = SimpleNamespace(styleHints=lambda: hints, setPalette=qapp.setPalette, setStyleSheet=qapp.setStyleSheet)
    monkeypatch.setattr(keeper, "_application", system)
    keeper.set_appearance(Appearance.SYSTEM)
    assert keeper.theme is LIGHT
    answer = Qt.ColorScheme.Dark
    qapp.styleHints().colorSchemeChanged.emit(answer)
    assert keeper.theme is DARK
    keeper.set_appearance(Appearance.LIGHT)
    qapp.styleHints().colorSchemeChanged.emit(answer)
    assert keeper.theme is LIGHT


def test_the_fonts_are_the_ones_brought_along(fonts: None) -> None:
    for family in (TEXT_FAMILY, CODE_FAMILY):
        assert family in QFontDatabase.families()
        assert QFontInfo(QFont(family)).family() == family


def test_every_font_comes_with_its_licence_and_is_small() -> None:
    folder = resource_path("fonts")
    fonts = [*folder.glob("*.otf"), *folder.glob("*.ttf")]
    assert len(fonts) == 7
    for font in fonts:
        assert font.stat().st_size < 250_000
        assert "SIL OPEN FONT LICENSE" in (folder / f"{font.stem.split('-')[0]}-OFL.txt").read_text("utf-8")


def _painted(name: str, colour: str) -> bool:
    """Whether something is drawn, and all of it in the one colour; faint edge pixels round too coarsely to judge."""
    image = icon(name, colour).pixmap(24, 24).toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    seen = [pixel for pixel in pixels if pixel.alpha() > 100]
    wanted = QColor(colour)
    return bool(seen) and all(
        abs(one - other) <= 3
        for pixel in seen
        for one, other in [
            (pixel.red(), wanted.red()),
            (pixel.green(), wanted.green()),
            (pixel.blue(), wanted.blue()),
        ]
    )


@pytest.mark.parametrize("path", sorted(resource_path("icons").glob("*.svg")), ids=lambda path: path.stem)
def test_an_icon_is_drawn_in_the_colour_asked_for(path: Path, keeper: ThemeKeeper) -> None:
    assert _painted(path.stem, "#1f6f5c")


@pytest.mark.parametrize("path", sorted(resource_path("icons").glob("*.svg")), ids=lambda path: path.stem)
def test_the_icons_are_one_family(path: Path) -> None:
    text = path.read_text("utf-8")
    assert 'viewBox="0 0 24 24"' in text
    assert text.count("stroke-width=") == 1
    assert 'stroke-width="1.75"' in text


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_the_words_of_a_button_that_waits_can_still_be_read(
    keeper: ThemeKeeper, qtbot: QtBot, appearance: Appearance
) -> None:
    keeper.set_appearance(appearance)
    composer = Composer()
    qtbot.addWidget(composer)
    composer.resize(600, 93)
    composer.show()
    send = next(found for found in composer.findChildren(QPushButton) if found.accessibleName() == "Send")
    assert not send.isEnabled()
    image = send.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert max(contrast(colour, keeper.theme.side) for colour in seen) >= 4
