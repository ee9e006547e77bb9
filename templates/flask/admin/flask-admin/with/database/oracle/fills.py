# fill: admin.note_form
from wtforms import TextAreaField

# The column's type is our own: Flask-Admin cannot guess which field suits it.
form_overrides = {"body": TextAreaField}
