# fill: schemas.user
from marshmallow import Schema

# slot: schemas.explicit_user
