# fill: docker.collectstatic_variables
DATABASE_URL=sqlite:// \
