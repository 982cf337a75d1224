"""A piece of a message laid out and painted; sheets know nothing of each other, nor of scrolling."""
