# fill: docker.runtime
# The database file: mount a volume here, or it goes with the container.
RUN install --directory --owner=app --group=app /data
