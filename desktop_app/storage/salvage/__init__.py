"""What can still be read of a damaged history is brought into a new one; ``salvage.runner`` tells how."""
