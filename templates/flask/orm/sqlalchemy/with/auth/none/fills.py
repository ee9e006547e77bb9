# fill: notes.load
note = db.get_or_404(Note, note_id)
