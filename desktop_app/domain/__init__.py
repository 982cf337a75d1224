"""Values and rules every room shares: no Qt, no network, no disk, no thread."""
