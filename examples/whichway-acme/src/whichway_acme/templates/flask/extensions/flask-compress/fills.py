# fill: app.init
from flask_compress import Compress

Compress(app)
