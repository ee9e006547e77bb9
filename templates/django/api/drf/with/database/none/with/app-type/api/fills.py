# fill: static.example
FILE, TYPE = "drf_spectacular_sidecar/swagger-ui-dist/swagger-ui.css", "text/css"
