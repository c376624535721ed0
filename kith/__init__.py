"""Kith: the record and the voice of lay health workers."""
