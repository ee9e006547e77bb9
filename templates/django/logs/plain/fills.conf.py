# fill: gunicorn.options
# One line a request, on standard output.
accesslog = "-"
