# fill: docker.collectstatic_variables
S3_BUCKET=none \
