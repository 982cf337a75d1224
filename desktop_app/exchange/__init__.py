"""Conversations as files that others read or write: what is exported, and what is imported from other programs."""
