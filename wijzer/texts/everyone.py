"""How to read a page, the accessibility statement, and the interface for programs."""
