"""A sound server of the test's own, and an ear at its monitor."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.pulse import Ear, PrivatePulse, pulse_is_installed


@pytest.fixture
def pulse(monkeypatch: pytest.MonkeyPatch) -> Iterator[PrivatePulse]:
    """A sound server of this test's own, which PyAudio in this process plays on."""
    if not pulse_is_installed():
        pytest.skip("pulseaudio is not installed")
    with PrivatePulse(prompt=True) as pulse:
        for name, value in pulse.env.items():
            monkeypatch.setenv(name, value)
        yield pulse


@pytest.fixture
def ear(pulse: PrivatePulse) -> Iterator[Ear]:
    with Ear(pulse.env) as ear:
        yield ear
