# fill: schemas.note
from flask_marshmallow import Schema

# slot: schemas.explicit_note
