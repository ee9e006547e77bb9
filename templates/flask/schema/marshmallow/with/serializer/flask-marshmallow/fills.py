# fill: schemas.common
from flask_marshmallow import Schema

# slot: schemas.explicit_page

