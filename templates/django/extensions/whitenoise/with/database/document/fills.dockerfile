# fill: docker.collectstatic_variables
DATABASE_URL=mongodb://localhost/none \
