"""A handed-in file: found, read as cells, outlined, compared; nothing in it is executed."""
