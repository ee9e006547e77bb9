# fill: smorest.return_note
# slot: notes.load
return note
