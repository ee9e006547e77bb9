# fill: schemas.user
import re

from flask_restful import fields
from flask_restful.reqparse import RequestParser

EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


def email_address(value: object) -> str:
    """Check an e-mail address, and treat Ada@example.com as ada@example.com."""
    address: str = text(3, 254)(value)
    if not EMAIL.fullmatch(address):
        raise ValueError("It has to be an e-mail address.")
    return address.lower()


credentials_parser = RequestParser(bundle_errors=True)
for name, kind in (("email", email_address), ("password", text(8, 128))):
    credentials_parser.add_argument(
        name, type=kind, required=True, nullable=False, location="json"
    )

user_fields = {
    "id": fields.String,
    "email": fields.String,
    "created_at": fields.DateTime(dt_format="iso8601"),
}

# fill: users.parse
data = read_json(credentials_parser)

# fill: users.return_created
from flask_restful import marshal

return marshal(user, user_fields), 201

# fill: users.return_me
from flask_restful import marshal

return marshal(current_user, user_fields)
