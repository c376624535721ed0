"""The room's pages, one task a file."""
