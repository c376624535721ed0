"""The guards of the house."""
