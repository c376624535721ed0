"""PostgreSQL as the framework knows it, with the second lock said at the head of every transaction."""
