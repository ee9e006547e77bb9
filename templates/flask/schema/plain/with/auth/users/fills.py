# fill: schemas.user
import re
from typing import Any

EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


def email_address(value: object) -> str:
    """Check an e-mail address, and treat Ada@example.com as ada@example.com."""
    address = text(3, 254)(value)
    if not EMAIL.fullmatch(address):
        raise ValueError("It has to be an e-mail address.")
    return address.lower()


def read_credentials(data: object) -> dict[str, Any]:
    """Check what somebody signs up or logs in with."""
    return check(data, {"email": email_address, "password": text(8, 128)}, {})


def show_user(user: User) -> dict[str, Any]:
    """Return a user as clients see them, without secrets."""
    return {
        "id": str(user.id),
        "email": user.email,
        "created_at": user.created_at.isoformat(),
    }

# fill: users.parse
from flask import request

data = read_credentials(request.get_json())

# fill: users.return_created
return show_user(user), 201

# fill: users.return_me
return show_user(current_user)
