# fill: schemas.auto_note_instance
from flask_marshmallow import Schema

# slot: schemas.note_page
