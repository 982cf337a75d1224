"""Draws all scenes into the folder named on the command line.

``FONTCONFIG_FILE`` has to name a configuration without fonts, so that those of the tree are the only ones.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop_app.ui.fonts import load_fonts, load_remaining_fonts
from tests.ui.transcript.scenery import SCENES, drawn, load_scene_fonts


def main(folder: Path) -> None:
    application = QApplication(["scenes", "-platform", "offscreen"])
    load_fonts()
    load_remaining_fonts()
    load_scene_fonts()
    for name, scene in SCENES.items():
        drawn(scene).convertToFormat(QImage.Format.Format_RGB888).save(str(folder / f"{name}.png"))
    application.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
