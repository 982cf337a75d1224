"""A minimal Debian in a folder, made with debootstrap, to try things where nothing of ours is installed.

It gets packages and wheels from where this machine gets them: the archive, proxy and certificates of apt and pip's
settings are read from the host when it is made, and live only in the folder. Each command runs in mount and process
namespaces of its own, so that what it mounted and started is gone when it ends, however it ends.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from _steps import SetupStopped, run_logged

_HOST_CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
_CERTIFICATES_INSIDE = "/etc/host-certificates.crt"
_CERTIFICATE_VARIABLES = ("PIP_CERT", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
_PROXY_VARIABLES = ("http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY")

# the namespaces die with this script; /proc has to show only what is inside
_NAMESPACES = ("unshare", "--mount", "--pid", "--ipc", "--fork", "--kill-child=KILL", "--")
_ENTER = """
set -e
mount -t proc proc "$1/proc"
mount --rbind /dev "$1/dev"
mount -t tmpfs tmpfs "$1/dev/shm"
mount -t tmpfs -o mode=1777 tmpfs "$1/tmp"
exec chroot "$@"
"""


class Archive:
    """Where this machine's apt gets Debian from."""

    def __init__(self, sources: Sequence[tuple[str, str, str]], release: str) -> None:
        wanted = {release, f"{release}-updates", f"{release}-security"}
        self.lines = [f"deb {uri} {suite} {component}" for uri, suite, component in sources if suite in wanted]
        self.mirror = next((uri for uri, suite, _ in sources if suite == release), "")
        if not self.mirror:
            raise SetupStopped(f"apt of this machine knows no archive of Debian {release}; name one with --mirror.")

    @classmethod
    def of_this_machine(cls, release: str, mirror: str = "") -> Archive:
        """Read it from apt itself; a mirror named by hand comes first."""
        asked = subprocess.run(
            ["apt-get", "indextargets", "--format", "$(REPO_URI) $(RELEASE) $(COMPONENT)", "Created-By: Packages"],
            capture_output=True,
            text=True,
            check=False,
        )
        configured = [(words[0], words[1], words[2]) for words in map(str.split, asked.stdout.splitlines())]
        return cls([*([(mirror, release, "main")] if mirror else []), *configured], release)


class Chroot:
    """One such folder. Commands run in it as root, with nobody at the keyboard."""

    def __init__(self, folder: Path, log: Path) -> None:
        self.folder = folder
        self._log = log

    def make(self, archive: Archive, release: str, cache: Path) -> None:
        """Fill the folder with Debian's essential packages and apt, and with how this machine reaches the network."""
        cache.mkdir(parents=True, exist_ok=True)
        options = ["--variant=minbase", f"--cache-dir={cache}"]
        run_logged(["debootstrap", *options, release, str(self.folder), archive.mirror], self._log)
        self._write("etc/apt/sources.list", "\n".join(archive.lines) + "\n")
        self._write("etc/apt/apt.conf.d/90host", "\n".join(_fetch_settings()) + "\n")
        self._write("etc/dpkg/dpkg.cfg.d/unsafe-io", "force-unsafe-io\n")  # it lives for minutes; syncing it is waste
        self._copy(Path("/etc/resolv.conf"), "etc/resolv.conf")
        self._copy(_HOST_CERTIFICATES, _CERTIFICATES_INSIDE.lstrip("/"))
        for certificate in Path("/usr/local/share/ca-certificates").glob("*.crt"):
            self._copy(certificate, str(certificate).lstrip("/"))
        self._copy(Path("/etc/pip.conf"), "etc/pip.conf")

    def copy_to(self, folder: Path) -> Chroot:
        """Another one like it, as it is now."""
        subprocess.run(["cp", "-a", "--reflink=auto", str(self.folder), str(folder)], check=True)
        return Chroot(folder, self._log)

    def run(self, script: str, *, seconds: float) -> subprocess.CompletedProcess[str]:
        """Run a shell script inside; its output is given back and kept in the log."""
        entered = [*_NAMESPACES, "sh", "-c", _ENTER, "enter", str(self.folder)]
        command = [*entered, "/usr/bin/env", "-i", *_assignments(), "sh", "-ec", script]
        try:
            done = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                errors="replace",
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired as late:
            said = late.stdout.decode(errors="replace") if isinstance(late.stdout, bytes) else late.stdout or ""
            done = subprocess.CompletedProcess(command, 124, f"{said}\n(not done after {seconds:.0f} s)")
        with self._log.open("a", encoding="utf-8") as log:
            log.write(f"\n$ {script}\n{done.stdout}\n({done.returncode})\n")
        return done

    def remove(self) -> None:
        """Delete the folder; never through something that is still mounted in it."""
        mounted = [line.split()[1] for line in Path("/proc/mounts").read_text(encoding="utf-8").splitlines()]
        inside = [place for place in mounted if place.startswith(f"{self.folder}/")]
        if inside:
            raise SetupStopped(f"Still mounted, so nothing was deleted: {' '.join(inside)}")
        shutil.rmtree(self.folder)

    def _write(self, name: str, text: str) -> None:
        target = self.folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def _copy(self, source: Path, name: str) -> None:
        if source.exists():
            target = self.folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)


def _fetch_settings() -> Iterator[str]:
    """How apt of this machine fetches (proxy, time-outs, checks), without what it fetches or any password file."""
    dump = subprocess.run(["apt-config", "dump"], capture_output=True, text=True, check=False).stdout
    wanted = ("Acquire::http", "Acquire::https", "Acquire::Check", "Acquire::Retries", "Acquire::Force")
    yield from (line for line in dump.splitlines() if line.startswith(wanted))


def _assignments(environment: Mapping[str, str] = os.environ) -> list[str]:
    """The environment inside: what a fresh login has, and how this machine's pip reaches its index."""
    fresh = {"HOME": "/root", "LANG": "C.UTF-8", "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"}
    pip = {name: value for name, value in environment.items() if name.startswith("PIP_") or name in _PROXY_VARIABLES}
    certificates = {name: _CERTIFICATES_INSIDE for name in _CERTIFICATE_VARIABLES if name in environment}
    inside = {**pip, **fresh, **certificates, "DEBIAN_FRONTEND": "noninteractive"}
    return [f"{name}={value}" for name, value in inside.items()]


def quoted(words: Sequence[str]) -> str:
    """Words as one line of shell."""
    return " ".join(map(shlex.quote, words))
