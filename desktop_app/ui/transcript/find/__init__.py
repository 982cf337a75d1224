"""Words looked for in the whole conversation."""
