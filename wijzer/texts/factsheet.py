"""Words of the factsheet and of the sheet to print."""
