"""Messages to the owner: each becomes a mail, nothing is kept here."""

from typing import Annotated

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import HttpRequest
from ninja import Field, Router, Status
from ninja.throttling import AnonRateThrottle
from pydantic import AfterValidator

from config.api.errors import errors
from config.api.fields import Input, Text
from contact.mails import send_to_owner

router = Router(throttle=AnonRateThrottle("10/m"))


def an_address(text: str) -> str:
    """Refuse what is no e-mail address to Django."""
    try:
        validate_email(text)
    except ValidationError as error:
        raise ValueError(error.message) from error
    return text


def not_blank(text: str) -> str:
    """Refuse what says nothing."""
    if not text.strip():
        raise ValueError("Say something.")
    return text.strip()


Line = Annotated[Text, AfterValidator(not_blank)]


class Message(Input):
    email: Annotated[Line, AfterValidator(an_address)]
    title: Line = Field(max_length=200)
    body: Line = Field(max_length=10_000)


@router.post("", response={202: None, **errors(400)})
def send_message(request: HttpRequest, data: Message) -> Status[None]:
    """Write to the owner, who answers by mail."""
    send_to_owner(**data.model_dump())
    return Status(202, None)
