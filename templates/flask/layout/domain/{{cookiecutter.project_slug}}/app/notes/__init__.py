"""Notes, the example; copy its shape for a domain of your own."""
