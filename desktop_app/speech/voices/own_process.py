"""How this program is started to be a voice instead; apart, because every start asks for it and few need the rest."""

from __future__ import annotations

ARGUMENT = "--voice-process"
