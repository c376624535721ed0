"""Understanding a workbook: pure, without a database."""
