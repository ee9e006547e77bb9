# fill: smorest.return_note
return my_note(note_id)
