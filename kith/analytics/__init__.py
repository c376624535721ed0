"""Figures that survive a hostile reader: plain numbers and tables, no Django, nothing heavy at import.

Take what you need by its own name: `from kith.analytics import intervals`.
"""
