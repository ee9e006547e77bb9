# fill: schemas.page_instance
page_schema = PageSchema()

# fill: schemas.note_instance
note_schema = NoteSchema()

# fill: schemas.user_instances
credentials_schema = CredentialsSchema()
user_schema = UserSchema()

# fill: errors.handlers
from flask.typing import ResponseReturnValue
from marshmallow import ValidationError


def handle_validation_error(error: ValidationError) -> ResponseReturnValue:
    """Name the fields that a schema has refused."""
    message = "The input is not valid."
    return error_body(422, message, error.messages_dict), 422

# fill: errors.register
app.register_error_handler(ValidationError, handle_validation_error)

# fill: notes.parse_args
from flask import request

args = page_schema.load(request.args)

# fill: notes.parse
from flask import request

data = note_schema.load(request.get_json())

# fill: notes.parse_partial
from flask import request

data = note_schema.load(request.get_json(), partial=True)

# fill: notes.return_page
return {
    "items": note_schema.dump(notes, many=True),
    "page": args["page"],
    "per_page": args["per_page"],
    "total": total,
}

# fill: notes.return_created
return note_schema.dump(note), 201, {"Location": location}

# fill: notes.return_one
return note_schema.dump(note)

# fill: users.parse
from flask import request

data = credentials_schema.load(request.get_json())

# fill: users.return_created
return user_schema.dump(user), 201

# fill: users.return_me
return user_schema.dump(current_user)
