# fill: models.user
from flask_login import UserMixin
from mongoengine import Document


class User(UserMixin, Document):
    # slot: models.user_body
