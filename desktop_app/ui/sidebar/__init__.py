"""The side of the window: what it lists, how the list is drawn, and what is done in it by hand."""
