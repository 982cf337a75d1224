"""Who says a phrase: the voices, and which of them a phrase gets."""
