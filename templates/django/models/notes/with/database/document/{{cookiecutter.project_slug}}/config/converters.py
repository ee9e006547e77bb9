"""What an address may hold besides what Django knows already."""


class ObjectIdConverter:
    """The key of a document: 24 hexadecimal digits, anything else is not found."""

    regex = "[0-9a-f]{24}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: object) -> str:
        return str(value)
