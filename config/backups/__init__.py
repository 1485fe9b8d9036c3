"""Back up and restore."""
