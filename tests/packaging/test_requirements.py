"""The pinned lists: complete, hashed, of one mind, and free of the machine that made them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from _check import without

PACKAGING = Path(__file__).parents[2] / "packaging"
LISTS = ("requirements", "requirements-dev", "requirements-build")
_PIN = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==(\S+)(.*)$")


def _text(name: str) -> str:
    return (PACKAGING / name).read_text(encoding="utf-8")


def _blocks(name: str) -> list[str]:
    """The entries of a pinned list: each a line and the hashes that follow it."""
    lines = [line for line in _text(f"{name}.txt").splitlines() if line and not line.startswith("#")]
    return "\n".join(lines).replace("\n    ", " ").splitlines()


def _pins(name: str) -> dict[tuple[str, str], str]:
    """(name, marker) to version; a library may be pinned twice, for an older and a newer Python."""
    pins = {}
    for block in _blocks(name):
        found = _PIN.match(block)
        assert found, f"{name}.txt: not pinned: {block}"
        marker = found[3].split("--hash")[0].strip(" ;\\")
        pins[found[1].lower(), marker] = found[2]
    return pins


@pytest.mark.parametrize("name", LISTS)
def test_every_pin_carries_a_hash(name: str) -> None:
    unhashed = [block.split()[0] for block in _blocks(name) if not re.search(r"--hash=sha256:[0-9a-f]{64}", block)]
    assert _blocks(name)
    assert unhashed == []


@pytest.mark.parametrize("name", LISTS)
def test_every_wish_is_pinned(name: str) -> None:
    wishes = [re.split(r"[<>=~!;\[ ]", line)[0] for line in _text(f"{name}.in").splitlines() if line[:1].isalpha()]
    pinned = {re.sub(r"[-_.]+", "-", pin).lower() for pin, _ in _pins(name)}
    missing = [wish for wish in wishes if re.sub(r"[-_.]+", "-", wish).lower() not in pinned]
    assert wishes
    assert missing == []


@pytest.mark.parametrize("name", LISTS)
def test_no_list_says_where_to_download(name: str) -> None:
    for text in (_text(f"{name}.in"), _text(f"{name}.txt")):
        assert re.findall(r"\S*(?:://|--index-url|--find-links|--trusted-host)\S*", text) == []


def test_the_lists_can_share_one_environment() -> None:
    run, dev, build = (_pins(name) for name in LISTS)
    assert run.items() <= dev.items()
    assert {name: version for (name, _), version in build.items()}.items() <= {
        name: version for (name, _), version in dev.items()
    }.items()


def test_a_library_leaves_a_list_together_with_its_hashes() -> None:
    alpha = "alpha==1 \\\n    --hash=sha256:aa\n"
    qt = "PySide6_Essentials==2 ; x < '3' \\\n    --hash=sha256:bb \\\n    --hash=sha256:cc\n"
    beta = "beta==3\n"
    assert without(alpha + qt + beta, {"pyside6-essentials"}) == alpha + beta


def test_without_qt_means_that_no_part_of_pyside_is_left() -> None:
    from _check import _LEFT_OUT

    left = without(_text("requirements-dev.txt"), _LEFT_OUT)
    assert not re.search(r"(?im)^(pyside|shiboken|pytest-qt|qasync)", left)
    assert "pydantic==" in left
