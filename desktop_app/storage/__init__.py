"""What outlives the process: conversations, settings, keys."""
