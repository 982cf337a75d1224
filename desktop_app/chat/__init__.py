"""A conversation becomes a stream of turn events. asyncio, no Qt."""
