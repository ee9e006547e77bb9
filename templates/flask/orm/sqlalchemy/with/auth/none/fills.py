# fill: notes.load
note: Note = db.get_or_404(Note, note_id)
