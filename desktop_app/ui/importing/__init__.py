"""The window of an import. Imported when it is first wanted."""
