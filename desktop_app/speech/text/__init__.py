"""Text becomes phrases: what may be said, and where it may be cut."""
