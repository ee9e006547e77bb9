# fill: notes.count
return len(stored_notes)
