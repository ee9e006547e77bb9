# fill: tasks.load_note
note = Note.objects(id=UUID(note_id)).first()
