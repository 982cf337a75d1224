"""What holds for the tests of every room."""

from __future__ import annotations

from hypothesis import settings

# How long an example takes is told by how busy the machine is: a benchmark judges cost, no test does.
settings.register_profile("aloud", deadline=None)
settings.load_profile("aloud")
