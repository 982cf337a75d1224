"""The whole history as one file: written while it is in use, looked into, brought back."""
