"""What the schemas of every app may use."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, BaseModel


def without_nul(text: str) -> str:
    """Refuse the one character that a database does not take."""
    if "\x00" in text:
        raise ValueError("Null characters are not allowed.")
    return text


def to_utc(moment: datetime) -> datetime:
    """Take a moment with any offset to UTC, if the calendar goes that far."""
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("There is no such moment.") from error


class Input(BaseModel):
    """A JSON object that is sent to us.

    Not a Schema: that reads attributes too, and finds a `title` in any string.
    """


Text = Annotated[str, AfterValidator(without_nul)]
Moment = Annotated[AwareDatetime, AfterValidator(to_utc)]
# slot: ninja.key_type
