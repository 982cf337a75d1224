"""The open conversation as one page: one text document, written block by block, painted at most once a frame."""
