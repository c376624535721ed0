"""Workbooks of other databases, translated into Kith's records."""
