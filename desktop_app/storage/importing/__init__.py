"""Imported conversations on their way into the history: gathered beside it, carried over, or taken back."""
