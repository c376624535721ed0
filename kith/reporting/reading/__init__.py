"""The report as people read it: sections with a message, a sentence, a picture and a table, for the page and the file."""
