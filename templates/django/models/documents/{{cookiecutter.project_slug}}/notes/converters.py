"""What an address may hold as a note's key."""


class ObjectIdConverter:
    """24 hexadecimal digits; any other address is simply not found."""

    regex = "[0-9a-f]{24}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: object) -> str:
        return str(value)
