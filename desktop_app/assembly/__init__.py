"""The composition root behind the window: every object made, given what it needs, connected, and ended in order.

``program`` opens the profile and begins and ends everything; ``parts`` makes the objects, with a module of its own for
each group that would crowd it (``writing``); ``connections`` takes each signal to the presenter it is meant for.
"""
