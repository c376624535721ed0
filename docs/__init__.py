"""The documents of Kith."""
