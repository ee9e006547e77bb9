# fill: notes.find_page
found = [note for note in reversed(kept) if q.lower() in note.title.lower()]
start = (page - 1) * NOTES_PER_PAGE
notes, total = found[start : start + NOTES_PER_PAGE], len(found)
