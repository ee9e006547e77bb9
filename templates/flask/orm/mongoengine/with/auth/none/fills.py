# fill: models.note_meta
meta = {"collection": "notes", "indexes": [("-created_at", "id")]}

# fill: notes.load
from flask import abort

note: Note = Note.objects(id=note_id).first() or abort(404)
