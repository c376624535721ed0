"""The rules of the house, each a plain function that gives one sentence a fault. No rule has a list of exceptions."""
