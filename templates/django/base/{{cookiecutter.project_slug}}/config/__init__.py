"""The project itself: its settings, its URLs and what belongs to no app."""

# slot: config.init many spaced
