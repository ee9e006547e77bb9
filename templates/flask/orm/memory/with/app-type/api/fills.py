# fill: notes.find_page
word = args["q"].lower()
found = [note for note in reversed(kept) if word in note.title.lower()]
start = (args["page"] - 1) * args["per_page"]
notes, total = found[start : start + args["per_page"]], len(found)
