# fill: schemas.auto_note_instance
note_schema = NoteSchema()
