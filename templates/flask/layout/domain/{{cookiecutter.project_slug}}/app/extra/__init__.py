"""Examples of extensions."""
