"""Aloud: hear the answer while it is being written."""

__version__ = "0.1.0"
