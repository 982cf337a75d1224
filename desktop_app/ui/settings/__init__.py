"""The settings dialog: pages of rows over a copy of the settings; nothing is applied before OK."""
