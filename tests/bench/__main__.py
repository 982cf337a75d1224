"""Runs the benchmarks on the virtual desktop: ``python -m tests.bench [NAMES]``; ``dev.py bench`` starts it there."""

from __future__ import annotations

import importlib
import pkgutil
import platform
import sys
import time

import tests.bench

NOT_BENCHES = {"__main__", "report"}


def main(wanted: list[str]) -> int:
    known = sorted(module.name for module in pkgutil.iter_modules(tests.bench.__path__))
    names = [name for name in known if name not in NOT_BENCHES and (not wanted or name in wanted)]
    if unknown := set(wanted) - set(names):
        print(f"no such benchmark: {', '.join(sorted(unknown))}; there are: {', '.join(known)}")
        return 1
    print(f"Aloud's figures · Python {platform.python_version()} · {platform.platform()}")
    for name in names:
        began = time.monotonic()
        print(f"\n== {name}", flush=True)
        importlib.import_module(f"tests.bench.{name}").main()
        print(f"   ({time.monotonic() - began:.0f} s)", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
