# fill: static.example
FILE, TYPE = "admin/css/base.css", "text/css"
