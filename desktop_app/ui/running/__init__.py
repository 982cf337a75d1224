"""The panel of what is running."""
