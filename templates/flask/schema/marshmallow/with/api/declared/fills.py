# fill: schemas.page_instance
class ErrorSchema(Schema):
    """Errors, for the documentation."""

    error = fields.Nested(
        Schema.from_dict(
            {
                "status": fields.Integer(),
                "message": fields.String(),
                "fields": fields.Dict(),
            },
            name="ErrorDetail",
        )
    )

# fill: schemas.note_instance
# slot: schemas.note_page

# fill: schemas.note_page
from marshmallow import fields


class NoteChangesSchema(NoteSchema):
    """Some fields of a note."""


class NotePageSchema(Schema):
    """A part of the list of notes."""

    items = fields.List(fields.Nested(NoteSchema))
    page = fields.Integer()
    per_page = fields.Integer()
    total = fields.Integer()

# fill: schemas.user_instances
class AccessTokenSchema(Schema):
    """What a refresh token brings."""

    access_token = fields.String()


class TokensSchema(AccessTokenSchema):
    """What logging in brings."""

    refresh_token = fields.String()
