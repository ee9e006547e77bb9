"""What the schemas of every app may use."""

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel

NO_CHARACTERS = re.compile("[\x00\ud800-\udfff]")


def storable(text: str) -> str:
    """Refuse what JSON can say, and what no database keeps and nothing encodes."""
    if NO_CHARACTERS.search(text):
        raise ValueError("Null characters and lone surrogates are not allowed.")
    return text


# slot: ninja.moment


class Input(BaseModel):
    """A JSON object that is sent to us.

    Not a Schema: that reads attributes too, and finds a `title` in any string.
    """


Text = Annotated[str, AfterValidator(storable)]
# slot: ninja.field_types
