"""The store: public figures in one immutable DuckDB file, and the questions that may be asked."""
