"""The index in which all messages are found, beside the history, which it follows by itself."""
