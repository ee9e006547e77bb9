# fill: errors.register
from bson.errors import BSONError

app.register_error_handler(BSONError, handle_unfit_text)
