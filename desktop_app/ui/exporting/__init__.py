"""Conversations on their way to be files: the dialog that asks, the line that tells, the pages of a PDF."""
