# fill: docker.build
# slot: docker.collectstatic

# fill: docker.command
CMD ["gunicorn", "config.wsgi"]
