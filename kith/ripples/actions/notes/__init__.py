"""The reading of a service's notes: what it proposes, what it takes back, what it forgets."""
