"""Conversations out of other programs' files: each format has a module that reads one conversation of it.

`reading` opens a file and gives its conversations one after another, so that memory does not grow with the file. What a
format has and we have not is counted as a gap and never an error. Nothing of a file is executed, and no address in it
is ever asked.
"""
