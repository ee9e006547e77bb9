# fill: tests.limited_address
ADDRESS = "/"
