# fill: schemas.user
from flask_marshmallow import Schema

# slot: schemas.explicit_user
