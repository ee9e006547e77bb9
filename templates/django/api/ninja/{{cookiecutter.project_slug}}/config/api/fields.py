"""What the schemas of every app may use."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel


def without_nul(text: str) -> str:
    """Refuse the one character that a database does not take."""
    if "\x00" in text:
        raise ValueError("Null characters are not allowed.")
    return text


# slot: ninja.moment


class Input(BaseModel):
    """A JSON object that is sent to us.

    Not a Schema: that reads attributes too, and finds a `title` in any string.
    """


Text = Annotated[str, AfterValidator(without_nul)]
# slot: ninja.field_types
