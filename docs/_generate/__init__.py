"""Documents that would drift if people wrote them: `make docs` writes them, `make check` finds the stale ones."""
