"""The files by which copies of one profile find each other, in its ``control`` folder."""

from __future__ import annotations

ADDRESS_FILE = "control.json"
LOCK_FILE = "aloud.lock"
