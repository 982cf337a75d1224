"""A dozen scenes look as they did when somebody looked at them.

``ALOUD_NEW_SCENES=1`` draws them anew: then look at each before it is committed.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from tests.ui.transcript.scenery import HERE, SCENES

_FAR = 5
"""Levels of 255 by which a colour may differ: so little that the ground of a card still tells."""
_SHARE = 0.004
"""Of all pixels so many may differ by more: other processors smooth the edge of a letter otherwise."""


ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def today(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the scenes as they are drawn now."""
    new = "ALOUD_NEW_SCENES" in os.environ
    folder = HERE if new else tmp_path_factory.mktemp("scenes")
    draw = [sys.executable, "-m", "tests.ui.transcript.draw_scenes", str(folder)]
    subprocess.run(draw, cwd=ROOT, env={**os.environ, "FONTCONFIG_FILE": str(HERE / "fonts.conf")}, check=True)
    return folder


@pytest.mark.skipif(sys.platform != "linux", reason="letters are smoothed otherwise by other systems")
@pytest.mark.parametrize("name", SCENES)
def test_a_scene_looks_as_it_did(name: str, today: Path) -> None:
    image, before = QImage(str(today / f"{name}.png")), QImage(str(HERE / f"{name}.png"))
    assert not before.isNull(), f"no picture of this scene: {name}"
    sizes = f"{before.width()} x {before.height()} -> {image.width()} x {image.height()}"
    same = image.size() == before.size() and difference(image, before) <= _SHARE
    assert same, f"the scene looks otherwise now ({sizes}): {today / name}.png"


def bytes_of(image: QImage) -> bytes:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    return bytes(plain.constBits())


def difference(one: QImage, other: QImage) -> float:
    """The share of the pixels that differ by much."""
    first, second = bytes_of(one), bytes_of(other)
    if first == second:
        return 0.0
    far = sum(abs(a - b) > _FAR for a, b in zip(first, second, strict=True))
    return far / 3 / (one.width() * one.height())


def test_a_line_that_moves_by_a_pixel_is_seen() -> None:
    image = QImage(100, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    moved = image.copy()
    for x in range(100):
        image.setPixel(x, 10, 0)
        moved.setPixel(x, 11, 0)
    assert difference(image, moved) > 10 * _SHARE
    assert difference(image, image.copy()) == 0
