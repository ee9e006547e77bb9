# fill: schemas.common
from marshmallow import Schema

# slot: schemas.explicit_page

# fill: schemas.note
from marshmallow import Schema

# slot: schemas.explicit_note

