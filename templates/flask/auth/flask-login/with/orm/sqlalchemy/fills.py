# fill: models.user
from flask_login import UserMixin


class User(UserMixin, Base):
    # slot: models.user_body
