# fill: static.example
FILE, TYPE = "ninja/swagger-ui.css", "text/css"
