"""Words of Vergelijken beside those of the figures."""
