# fill: errors.handlers
from flask.typing import ResponseReturnValue
from marshmallow import ValidationError


def handle_validation_error(error: ValidationError) -> ResponseReturnValue:
    """Name the fields that a schema has refused."""
    message = "The input is not valid."
    return error_body(422, message, error.normalized_messages()), 422

# fill: errors.register
app.register_error_handler(ValidationError, handle_validation_error)

# fill: notes.parse_args
from flask import request

args = PageSchema().load(request.args)

# fill: notes.parse
from flask import request

data = NoteSchema().load(request.get_json())

# fill: notes.parse_partial
from flask import request

data = NoteSchema(partial=True).load(request.get_json())

# fill: notes.return_page
return {
    "items": NoteSchema(many=True).dump(notes),
    "page": args["page"],
    "per_page": args["per_page"],
    "total": total,
}

# fill: notes.return_created
return NoteSchema().dump(note), 201, {"Location": location}

# fill: notes.return_one
return NoteSchema().dump(note)

# fill: users.parse
from flask import request

data = CredentialsSchema().load(request.get_json())

# fill: users.return_created
return UserSchema().dump(user), 201

# fill: users.return_me
return UserSchema().dump(current_user)
