"""The report as people read it: messages, sentences, pictures and tables, for the page and for the file."""
