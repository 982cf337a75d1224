"""How a benchmark tells what it measured: a distribution on one line."""

from __future__ import annotations

import statistics
from collections.abc import Sequence


def line(name: str, values: Sequence[float], unit: str = "ms", target: str = "") -> str:
    """``name: n 50, median 1.2 ms, p95 3.4 ms, worst 5.6 ms (target …)``."""
    ordered = sorted(values)
    p95 = ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]
    text = (
        f"{name}: n {len(ordered)}, median {statistics.median(ordered):.1f} {unit}, "
        f"p95 {p95:.1f} {unit}, worst {ordered[-1]:.1f} {unit}"
    )
    return f"{text} (target: {target})" if target else text
