"""`dev.py package`: the program with its Python and its libraries in one folder, and from that the system's package."""

from __future__ import annotations

import platform
import re
import shutil
import subprocess
from pathlib import Path

from _setup import LISTS, PACKAGING
from _steps import ROOT, SetupStopped, run_logged, say
from _venv import Environment

BUNDLE = ROOT / "build" / "bundle"
DIST = ROOT / "dist"
_LOG = ROOT / "build" / "package.log"
_ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
_ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)

_DRAW_ICONS = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

source, folder, *sizes = sys.argv[1:]
application = QGuiApplication([])
drawing = QSvgRenderer(source)
for size in map(int, sizes):
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    target = Path(folder, f"{size}x{size}", "apps", Path(source).stem + ".png")
    target.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(target)):
        sys.exit(f"{target} could not be written")
"""

_GATHER_LICENCES = """
import sys
from importlib.metadata import PackageNotFoundError, distribution

for name in sys.argv[1:]:
    try:
        found = distribution(name)
    except PackageNotFoundError:
        continue  # of another system or another Python
    about = found.metadata
    licence = about.get("License-Expression") or about.get("License") or "see its files"
    print("=" * 78, f"{about['Name']} {found.version}", licence.strip().splitlines()[0], "", sep="\\n")
    for file in found.files or ():
        if len(file.parts) <= 4 and any(word in file.name.upper() for word in ("LICEN", "COPYING", "NOTICE")):
            print(file.read_text(encoding="utf-8").strip(), "", sep="\\n")
"""


def make_package(environment: Environment) -> int:
    """Leave an installable package in dist/ and say where; on a system without one yet, the folder it would hold."""
    _LOG.unlink(missing_ok=True)
    _freeze(environment)
    if platform.system() != "Linux":
        say(f"This system's own package is not made yet; the program is in {BUNDLE / 'aloud'}")
        return 0
    _draw_icons(environment)
    _write_copyright(environment)
    made = _pack(environment)
    place = made.relative_to(ROOT)
    say(f"Made {place}, {made.stat().st_size / 1e6:.0f} MB. Install it with: sudo apt install ./{place}")
    return 0


def version() -> str:
    """The one version, which desktop_app states."""
    found = re.search(
        r'^__version__ = "(.+)"$', (ROOT / "desktop_app" / "__init__.py").read_text(encoding="utf-8"), re.MULTILINE
    )
    if found is None:
        raise SetupStopped("desktop_app/__init__.py states no __version__.")
    return found[1]


def _freeze(environment: Environment) -> None:
    say("Gathering the program into one folder (half a minute)")
    shutil.rmtree(BUNDLE, ignore_errors=True)
    folders = ["--distpath", str(BUNDLE), "--workpath", str(ROOT / "build" / "pyinstaller")]
    run_logged([str(environment.program("pyinstaller")), "--noconfirm", *folders, str(PACKAGING / "aloud.spec")], _LOG)
    _strip(BUNDLE / "aloud" / "_internal")


def _strip(internal: Path) -> None:
    """Take debugging symbols out of Python itself; the wheels bring theirs stripped, and some break when done again."""
    strip = shutil.which("strip")
    if strip is None:
        return
    for library in [*internal.glob("libpython*.so*"), *internal.glob("python3*/lib-dynload/*.so")]:
        run_logged([strip, "--strip-unneeded", str(library)], _LOG)


def _draw_icons(environment: Environment) -> None:
    drawing = ROOT / "resources" / "io.github.aloud.Aloud.svg"
    arguments = [str(drawing), str(BUNDLE / "icons"), *map(str, _ICON_SIZES)]
    run_logged([str(environment.python), "-c", _DRAW_ICONS, *arguments], _LOG, env={"QT_QPA_PLATFORM": "offscreen"})


def _write_copyright(environment: Environment) -> None:
    """Our licence, and after it those of everything that is in the folder, as they ask for."""
    names = re.findall(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==", LISTS["run"].read_text(encoding="utf-8"), re.MULTILINE)
    theirs = subprocess.run(
        [str(environment.python), "-c", _GATHER_LICENCES, *names], capture_output=True, text=True, check=True
    ).stdout
    fonts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "resources").rglob("*OFL.txt"))]
    ours = [path.read_text(encoding="utf-8") for path in (PACKAGING / "copyright-intro.txt", ROOT / "LICENSE")]
    (BUNDLE / "copyright").write_text("\n\n".join([*ours, theirs, *fonts]), encoding="utf-8")


def _pack(environment: Environment) -> Path:
    architecture = _ARCHITECTURES.get(platform.machine(), platform.machine())
    # the time of the last commit, so that the same source makes the same package
    committed = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=str(ROOT), capture_output=True, text=True, check=False
    ).stdout.strip()
    DIST.mkdir(exist_ok=True)
    target = DIST / f"aloud-desktop_{version()}_{architecture}.deb"
    values = {
        "ALOUD_VERSION": version(),
        "ALOUD_ARCH": architecture,
        "ALOUD_GLIBC": platform.libc_ver()[1],  # what is built here may use anything this one has
        "SOURCE_DATE_EPOCH": committed or "0",
    }
    command = [
        str(environment.program("nfpm")),
        "package",
        "--config",
        str(PACKAGING / "nfpm.yaml"),
        "--packager",
        "deb",
    ]
    run_logged([*command, "--target", str(target)], _LOG, env=values)
    return target
