"""Search everything: a field over the window, and below it what was found."""
