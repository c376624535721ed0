"""How one cell is read: each reader gives a plain value or raises CannotReadError with a sentence."""
