"""Messages one under the other: what is read, laid out and in sight, where the reader is, what is selected."""
