# fill: docker.collectstatic_variables
REDIS_URL=redis:// \
