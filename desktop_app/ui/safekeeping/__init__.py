"""The history as a whole on the screen: backups, what they hold, and the mark of a temporary conversation."""
