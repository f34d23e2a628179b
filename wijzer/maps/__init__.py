"""Maps from prepared shapes and published values, and the classes that colour them."""
