"""Makers of things that tests read."""
