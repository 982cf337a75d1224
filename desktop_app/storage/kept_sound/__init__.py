"""The sound of messages on disk, and the table of it in the history."""
