"""Proves the README's promises in a clean minimal Debian 12, as root: the two commands, and the package.

    sudo python3 packaging/clean_debian.py                  both proofs
    sudo python3 packaging/clean_debian.py commands         a fresh clone, with python3 and git and nothing else of ours
    sudo python3 packaging/clean_debian.py package          dist/*.deb (made first when missing), installed with apt

It needs debootstrap, some 6 GB of room and a quarter of an hour. What is proved is the last commit, not the work tree.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from _chroot import Archive, Chroot, quoted
from _package_lists import NEEDS
from _steps import ROOT, SetupStopped, say

_RELEASE = "bookworm"
_READY_SECONDS = 3.0
_APT = "apt-get install -y -q --no-install-recommends"
# a library that a bundled one asks for and nobody brings shows here, long before a person meets it
_UNRESOLVED = """
export LD_LIBRARY_PATH=/usr/lib/aloud/_internal:/usr/lib/aloud/_internal/PySide6/Qt/lib
find /usr/lib/aloud -name '*.so*' -type f -exec ldd {} + 2>/dev/null | grep 'not found' | sort -u
"""
_ON_A_DESKTOP = "python3 /srv/packaging/_session.py"
_ASK = 'answer=$(timeout 60 aloud --demo ask --no-speech "What are you?"); echo "$answer"; test -n "$answer"'
# what a desktop does with the menu entry: run its command, and know the window by the class the entry states
_OPEN_WINDOW = """
entry=/usr/share/applications/io.github.aloud.Aloud.desktop
$(sed -n 's/^Exec=//p' $entry | head -n 1) &
timeout 30 xdotool search --sync --onlyvisible --class "^$(sed -n 's/^StartupWMClass=//p' $entry)\\$"
kill $!
"""


class Proof:
    """Steps in one clean system; the first that fails ends it."""

    def __init__(self, system: Chroot, deadline: float) -> None:
        self._system = system
        self._deadline = deadline

    def step(self, name: str, script: str, *, within: float | None = None) -> str:
        """Run one step, say how long it took, and give back what it printed; `within` is a promise in seconds."""
        started = time.monotonic()
        done = self._system.run(script, seconds=max(1.0, self._deadline - started))
        took = time.monotonic() - started
        verdict = "ok" if done.returncode == 0 else f"FAILED ({done.returncode})"
        if done.returncode == 0 and within is not None and took > within:
            verdict = f"FAILED (longer than {within:.0f} s)"
        say(f"  {took:7.1f} s  {verdict:9}  {name}")
        if verdict != "ok":
            raise SetupStopped(done.stdout[-4000:])
        return done.stdout


def prove_commands(system: Chroot, deadline: float) -> None:
    """`run` and `test` from a fresh clone; the second time both are ready at once."""
    clone = system.folder / "srv" / "aloud"
    subprocess.run(["git", "clone", "-q", "--no-hardlinks", f"file://{ROOT}", str(clone)], check=True)
    proof = Proof(system, deadline)

    def inside(command: str) -> str:
        return f"cd /srv/aloud && {command}"

    proof.step("apt-get update; python3 and git, as the README supposes", f"apt-get update -q && {_APT} python3 git")
    said = proof.step("run -- --version, the first time", inside("python3 packaging/dev.py run -- --version"))
    say(f"             {said.strip().splitlines()[-1]}")
    proof.step("run, again", inside("python3 packaging/dev.py run -- --version"), within=_READY_SECONDS)
    said = proof.step("test, the first time", inside("python3 packaging/dev.py test"))
    say(f"             {said.strip().splitlines()[-1]}")
    proof.step("test, ready again", inside("python3 packaging/dev.py test -q --co tests/domain"), within=_READY_SECONDS)
    proof.step(
        "run -- --self-test", inside("python3 packaging/_session.py python3 packaging/dev.py run -- --self-test")
    )
    proof.step("nothing of the clone changed", inside('test -z "$(git status --porcelain)"'))


def prove_package(system: Chroot, deadline: float, package: Path) -> None:
    """The package installs with apt alone, brings every library it asks for, and passes its own test."""
    shutil.copy(package, system.folder / "srv" / package.name)
    proof = Proof(system, deadline)
    proof.step("apt-get update", "apt-get update -q")
    proof.step(f"apt install ./{package.name}", f"cd /srv && {_APT} ./{package.name}")
    said = proof.step("aloud --version", "aloud --version")
    say(f"             {said.strip()}")
    proof.step("every library is found", f'missing=$({_UNRESOLVED})\necho "$missing"\ntest -z "$missing"')
    proof.step("the menu entry and the icon are there", _menu_entry())
    desktop = [need.split("|")[0] for need in NEEDS["apt"]["test"] if need != "git"]
    proof.step("a virtual desktop to try it on", f"{_APT} python3 {quoted(desktop)}")
    helpers = system.folder / "srv" / "packaging"
    shutil.copytree(ROOT / "packaging", helpers, ignore=shutil.ignore_patterns("__pycache__"))
    said = proof.step("aloud --self-test", f"{_ON_A_DESKTOP} aloud --self-test")
    say("\n".join(f"             {line}" for line in said.strip().splitlines()))
    proof.step("aloud ask answers in a terminal", f"{_ON_A_DESKTOP} sh -ec {quoted([_ASK])}")
    proof.step("its menu entry opens the window", f"{_ON_A_DESKTOP} sh -ec {quoted([_OPEN_WINDOW])}")
    proof.step(
        "apt remove leaves nothing",
        "apt-get remove -y -q aloud-desktop && test ! -e /usr/lib/aloud -a ! -e /usr/bin/aloud",
    )


def _menu_entry() -> str:
    name = "io.github.aloud.Aloud"
    start = f"sed -n 's/^Exec=//p' /usr/share/applications/{name}.desktop | head -n 1"
    icons = [f"/usr/share/icons/hicolor/{place}/apps/{name}" for place in ("scalable", "48x48", "256x256")]
    tests = [f"test -s {icons[0]}.svg", *(f"test -s {icon}.png" for icon in icons[1:])]
    return " && ".join([f'command -v "$({start})"', *tests, f"test -s /usr/share/metainfo/{name}.metainfo.xml"])


def _package(named: Path | None) -> Path:
    """The package to prove: the named one, else the newest in dist/, else one made now."""
    if named is None and not list((ROOT / "dist").glob("*.deb")):
        subprocess.run([sys.executable, str(ROOT / "packaging" / "dev.py"), "package"], check=True)
    made = [named] if named else sorted((ROOT / "dist").glob("*.deb"), key=lambda path: path.stat().st_mtime)
    return made[-1].resolve()


def main() -> int:
    """Make the clean system, prove what was asked for, and clear up."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="?", choices=("all", "commands", "package"), default="all")
    parser.add_argument("--deb", type=Path, metavar="FILE", help="prove this package instead of the newest in dist/")
    parser.add_argument("--mirror", default="", metavar="URI", help="a Debian archive, when apt here knows none")
    parser.add_argument("--minutes", type=float, default=40, help="give up after so long (default: 40)")
    parser.add_argument("--keep", action="store_true", help="keep the systems, to look around in them with chroot")
    options = parser.parse_args()
    if os.geteuid() != 0 or not shutil.which("debootstrap"):
        say("This needs root, and debootstrap: sudo apt-get install debootstrap")
        return 1
    folder = Path(tempfile.mkdtemp(prefix="aloud-clean-debian-"))
    log = folder / "log"
    try:
        _prove(options, folder, log)
    except SetupStopped as stopped:
        print(f"\n{stopped}\n\nAll that was said: {log}", file=sys.stderr)
        return 1
    finally:
        for name in () if options.keep else ("base", "commands", "package"):
            if (folder / name).exists():
                Chroot(folder / name, log).remove()
    say(f"Proved{f'; the systems are in {folder}' if options.keep else ''}")
    if not options.keep:
        shutil.rmtree(folder)
    return 0


def _prove(options: argparse.Namespace, folder: Path, log: Path) -> None:
    deadline = time.monotonic() + 60 * options.minutes
    package = _package(options.deb) if options.what != "commands" else None
    started = time.monotonic()
    base = Chroot(folder / "base", log)
    base.make(Archive.of_this_machine(_RELEASE, options.mirror), _RELEASE, ROOT / "build" / "debootstrap")
    say(f"Debian {_RELEASE}, minimal, made in {time.monotonic() - started:.0f} s")
    if options.what != "package":
        say("The two commands, from a fresh clone")
        prove_commands(base.copy_to(folder / "commands"), deadline)
    if package:
        say(f"The package {package.name}")
        prove_package(base.copy_to(folder / "package"), deadline, package)


if __name__ == "__main__":
    sys.exit(main())
