# fill: admin.note_form
from wtforms.fields import TextAreaField

# Flask-Admin knows no field for a type of our own.
form_overrides = {"body": TextAreaField}
