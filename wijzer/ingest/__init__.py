"""From published tables to the figures file: read, check, compute, write."""
