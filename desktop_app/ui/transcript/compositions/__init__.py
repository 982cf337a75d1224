"""What a piece of a message reads like, without any layout."""
