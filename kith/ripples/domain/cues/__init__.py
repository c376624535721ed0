"""Reads notes for changes they may tell of, by reviewed lists of cues."""
