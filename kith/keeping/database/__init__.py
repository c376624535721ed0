"""How each kind of database is copied as of one moment, and put back as a whole."""
