"""Where the voice is: the light on what is said, and the page that follows it."""
