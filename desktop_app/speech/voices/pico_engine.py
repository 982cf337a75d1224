"""SVOX Pico by its own C interface, which ``py_nanotts`` carries: one engine a voice, in memory that is blank at first.

The library's own ``speak`` takes new memory for every phrase and reads in part of it what was never written there: a
phrase could become a fifth shorter by what another voice had left behind. It also keeps all other threads of the
program from running for as long as it takes, 95 ms for 400 characters. Here each step is a call of some 0.1 ms.
"""

from __future__ import annotations

import ctypes
import os
import threading
from pathlib import Path

_MEMORY = 2_500_000
_STEP_BYTES = 128
_LONGEST_PIECE = 32_000
_STEP_IDLE, _STEP_BUSY = 200, 201
_NAME = b"voice"
_NAME_SIZE = 32

_FILES = {
    "en-US": ("en-US_ta.bin", "en-US_lh0_sg.bin"),
    "en-GB": ("en-GB_ta.bin", "en-GB_kh0_sg.bin"),
    "de-DE": ("de-DE_ta.bin", "de-DE_gl0_sg.bin"),
    "es-ES": ("es-ES_ta.bin", "es-ES_zl0_sg.bin"),
    "fr-FR": ("fr-FR_ta.bin", "fr-FR_nk0_sg.bin"),
    "it-IT": ("it-IT_ta.bin", "it-IT_cm0_sg.bin"),
}


class PicoEngine:
    """One voice, loaded. ``speak`` may be called from any thread, by one at a time.

    Raises OSError or AttributeError where the library does not show its C interface, as on Windows, and RuntimeError
    where the engine refuses something.
    """

    def __init__(self, voice: str) -> None:
        import py_nanotts
        from py_nanotts import _nanotts

        # PyDLL: no call gives up the interpreter, which would cost more than the call; Python does between them.
        self._pico = ctypes.PyDLL(_nanotts.__file__)
        self._busy = threading.Lock()
        self._memory = ctypes.create_string_buffer(_MEMORY)
        self._system, self._engine = ctypes.c_void_p(), ctypes.c_void_p()
        self._call("initialize", self._memory, ctypes.c_uint32(_MEMORY), ctypes.byref(self._system))
        self._call("createVoiceDefinition", self._system, _NAME)
        for name in _FILES[voice]:
            self._load(Path(py_nanotts.__file__).parent / "lang" / name)
        self._call("newEngine", self._system, _NAME, ctypes.byref(self._engine))

    def speak(self, text: str) -> bytes:
        """Signed 16-bit samples, 16,000 a second; ``text`` may hold the engine's own marks between angle brackets."""
        with self._busy:
            sound = bytearray()
            spoken = text.replace("\0", " ").encode(errors="ignore") + b"\0"
            put = ctypes.c_int16()
            while spoken:
                piece = spoken[:_LONGEST_PIECE]
                self._call("putTextUtf8", self._engine, piece, ctypes.c_int16(len(piece)), ctypes.byref(put))
                spoken = spoken[put.value :]
                self._take_sound(sound)
            self._take_sound(sound)
            return bytes(sound)

    def _take_sound(self, sound: bytearray) -> None:
        """Everything that the engine can make of what it has got; thousands of steps, each as small as can be."""
        step = self._pico.pico_getData
        piece = bytearray(_STEP_BYTES)
        size, kind = ctypes.c_int16(), ctypes.c_int16()
        arguments = (
            self._engine,
            (ctypes.c_char * _STEP_BYTES).from_buffer(piece),
            ctypes.c_int16(_STEP_BYTES),
            ctypes.byref(size),
            ctypes.byref(kind),
        )
        view = memoryview(piece)
        while True:
            state = step(*arguments)
            sound += view[: size.value]
            if state == _STEP_IDLE:
                return
            if state != _STEP_BUSY:
                raise RuntimeError(f"pico_getData gave {state}")

    def _load(self, file: Path) -> None:
        resource, name = ctypes.c_void_p(), ctypes.create_string_buffer(_NAME_SIZE)
        self._call("loadResource", self._system, os.fsencode(file), ctypes.byref(resource))
        self._call("getResourceName", self._system, resource, name)
        self._call("addResourceToVoiceDefinition", self._system, _NAME, name)

    def _call(self, name: str, *arguments: object) -> None:
        status = getattr(self._pico, f"pico_{name}")(*arguments)
        if status:
            raise RuntimeError(f"pico_{name} gave {status}")
