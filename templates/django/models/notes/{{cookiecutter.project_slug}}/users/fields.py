"""Model fields of the users app."""

from typing import Any

from django.db import models


class LowercaseEmailField(models.EmailField[str, str]):
    """An e-mail address kept in lower case, on every database alike.

    Ada@example.com and ada@example.com are one person: the value is lowered when
    a form cleans it, when it is saved and when it is looked up, so that a plain
    unique index is enough.
    """

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return value.lower() if isinstance(value, str) else value

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return value.lower() if isinstance(value, str) else value
