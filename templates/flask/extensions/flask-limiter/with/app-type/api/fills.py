# fill: tests.limited_address
ADDRESS = "/api/v1/notes"
