"""For people who extend the templates: their own layers, checks, and templates of other tools."""
