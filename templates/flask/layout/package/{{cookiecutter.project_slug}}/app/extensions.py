"""Extensions that other modules need; `create_app` binds them to the application."""

# slot: extensions many
