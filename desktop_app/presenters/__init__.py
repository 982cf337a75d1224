"""What each screen does, without a widget: asyncio is allowed here, Qt is not."""
