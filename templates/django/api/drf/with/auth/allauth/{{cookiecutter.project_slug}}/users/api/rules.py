from allauth.mfa.utils import is_mfa_enabled
from rest_framework_simplejwt.authentication import default_user_authentication_rule

from users.models import User


def may_have_tokens(user: User | None) -> bool:
    """Say whether a password is enough: not for whoever set up a second factor."""
    if user is None or not default_user_authentication_rule(user):
        return False
    return not is_mfa_enabled(user)
