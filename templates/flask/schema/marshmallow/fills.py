# fill: schemas.explicit_page
from typing import Any

from marshmallow import EXCLUDE, fields, post_load, validate

MAX_PER_PAGE = 100


class PageSchema(Schema):
    """Which part of a list is wanted."""

    class Meta:
        """Other things in the address are not our business."""

        unknown = EXCLUDE

    page = fields.Integer(load_default=1, validate=validate.Range(1, 1_000_000))
    per_page = fields.Integer(load_default=20, validate=validate.Range(min=1))
    q = fields.String(load_default="", metadata={"description": "Words in the title"})

    @post_load
    def limit(self, data: dict[str, Any], **_: object) -> dict[str, Any]:
        """Keep pages small, whatever is asked for."""
        return data | {"per_page": min(data["per_page"], MAX_PER_PAGE)}


# slot: schemas.page_instance

# fill: schemas.explicit_note
from marshmallow import EXCLUDE, fields, validate


class NoteSchema(Schema):
    """A note: `dump_only` fields go out and are ignored when they come in."""

    class Meta:
        """A client may send back what it got."""

        unknown = EXCLUDE

    id = fields.UUID(dump_only=True)
    title = fields.String(required=True, validate=validate.Length(1, 200))
    body = fields.String(load_default="")
    created_at = fields.AwareDateTime(dump_only=True)
    updated_at = fields.AwareDateTime(dump_only=True)


# slot: schemas.note_instance

# fill: schemas.explicit_user
from typing import Any

from marshmallow import EXCLUDE, fields, post_load, validate


class CredentialsSchema(Schema):
    """What somebody signs up and logs in with."""

    class Meta:
        """Other fields are ignored."""

        unknown = EXCLUDE

    email = fields.Email(required=True, validate=validate.Length(max=254))
    password = fields.String(required=True, validate=validate.Length(8, 128))

    @post_load
    def fold(self, data: dict[str, Any], **_: object) -> dict[str, Any]:
        """Treat Ada@example.com and ada@example.com as one."""
        return data | {"email": data["email"].lower()}


class UserSchema(Schema):
    """A user, without secrets."""

    id = fields.UUID()
    email = fields.String()
    created_at = fields.AwareDateTime()


# slot: schemas.user_instances
