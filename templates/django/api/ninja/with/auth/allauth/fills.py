# fill: ninja.log_in_rule
from allauth.mfa.utils import is_mfa_enabled

if is_mfa_enabled(user):
    # A password is not enough for whoever set up a second factor.
    raise AuthenticationError
