# fill: errors.register
from sqlalchemy.exc import DataError

app.register_error_handler(DataError, handle_unfit_text)
