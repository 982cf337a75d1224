"""Widgets only: draw, emit, offer setters. No coroutine, no I/O."""
