# fill: tasks.load_note
note = db.session.get(Note, UUID(note_id))
