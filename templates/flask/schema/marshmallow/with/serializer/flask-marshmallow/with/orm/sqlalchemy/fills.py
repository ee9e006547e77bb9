# fill: schemas.note
from flask_marshmallow.sqla import SQLAlchemyAutoSchema
from marshmallow import EXCLUDE, validate
from marshmallow_sqlalchemy import auto_field


class NoteSchema(SQLAlchemyAutoSchema):
    """A note: `dump_only` fields go out and are ignored when they come in."""

    class Meta:
        """What is not said here follows from the model."""

        model = Note
        unknown = EXCLUDE
        dump_only = ("id", "created_at", "updated_at")

    title = auto_field(validate=validate.Length(1, 200))
    body = auto_field(load_default="", allow_none=False)


# slot: schemas.auto_note_instance
