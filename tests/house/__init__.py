"""What holds for the repository itself: style, direction of imports, documents that stay true."""
