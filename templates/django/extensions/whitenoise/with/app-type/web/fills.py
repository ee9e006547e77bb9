# fill: static.example
FILE, TYPE = "site.css", "text/css"
