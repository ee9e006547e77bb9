"""Accounts: registering, and your own."""

from datetime import datetime
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Field, Router, Schema, Status
from ninja.throttling import AnonRateThrottle

from config.api.auth import APIRequest
from config.api.errors import InputError, errors
from config.api.fields import Input, Text
from users.models import User

router = Router()


class Registration(Input):
    email: Text
    name: Text = Field("", max_length=150)
    password: Text = Field(max_length=1000)


class Registered(Schema):
    # slot: ninja.key
    email: str
    name: str


class Account(Registered):
    date_joined: datetime


class AccountChange(Input):
    name: Text = Field("", max_length=150)


@router.post(
    "",
    response={201: Registered, **errors(400)},
    auth=None,
    throttle=AnonRateThrottle("10/m"),
)
def register(request: HttpRequest, data: Registration) -> Status[User]:
    """Create an account; no token is needed."""
    user = User(email=data.email, name=data.name)
    try:
        user.clean_fields(exclude=["password"])
        user.validate_unique()
    except ValidationError as error:
        raise InputError(error.message_dict) from error
    try:
        validate_password(data.password, user)
    except ValidationError as error:
        raise InputError({"password": error.messages}) from error
    try:
        # slot: ninja.create_user
    except IntegrityError as error:
        # Somebody took the address since we looked.
        raise InputError({"email": [_("This address is taken.")]}) from error
    return Status(201, user)


@router.get("me/", response={200: Account, **errors(401)})
def show_me(request: APIRequest) -> User:
    """Show your own account."""
    return request.user


@router.patch("me/", response={200: Account, **errors(400, 401)})
def change_me(request: APIRequest, data: AccountChange) -> User:
    """Change your own account; what is left out stays as it is."""
    changes: dict[str, Any] = data.model_dump(exclude_unset=True)
    for name, value in changes.items():
        setattr(request.user, name, value)
    request.user.save(update_fields=list(changes))
    return request.user
