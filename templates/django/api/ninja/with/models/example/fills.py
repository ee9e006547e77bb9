# fill: settings.own_apps
"tokens",

# fill: settings.token_lifetimes
from datetime import timedelta

ACCESS_TOKEN_LIFETIME = timedelta(minutes=15)
REFRESH_TOKEN_LIFETIME = timedelta(days=14)

# fill: ninja.auth
from config.api.auth import AUTH

auth=AUTH,

# fill: ninja.throttle
from ninja.throttling import AnonRateThrottle, UserRateThrottle

throttle=[AnonRateThrottle("60/m"), UserRateThrottle("600/m")],

# fill: ninja.routers
from notes.api import router as notes
from tokens.api import router as tokens
from users.api import router as users

api.add_router("/notes/", notes, tags=["notes"])
api.add_router("/users/", users, tags=["users"])
api.add_router("/auth/", tokens, tags=["auth"])

# fill: ninja.input_error
class InputError(Exception):
    """The input is well-formed and still not valid; says which field and why."""

    def __init__(self, fields: Fields) -> None:
        self.fields = fields

# fill: ninja.error_handlers
from ninja.errors import AuthenticationError


@api.exception_handler(InputError)
def invalid(request: HttpRequest, exc: InputError) -> HttpResponse:
    return answer(request, 400, _("The input is not valid."), exc.fields)


@api.exception_handler(AuthenticationError)
def unknown(request: HttpRequest, exc: AuthenticationError) -> HttpResponse:
    response = answer(request, 401, _("Log in first."))
    response["WWW-Authenticate"] = "Bearer"
    return response

# fill: ninja.moment
from datetime import UTC, datetime

from pydantic import AwareDatetime


def to_utc(moment: datetime) -> datetime:
    """Take a moment with any offset to UTC, if the calendar goes that far."""
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("There is no such moment.") from error

# fill: ninja.field_types
Moment = Annotated[AwareDatetime, AfterValidator(to_utc)]
# slot: ninja.key_type

# fill: tests.access_token
from tokens.services import issue

return issue(user).access

# fill: tests.shape
SHAPE = "notes.api.SHAPE"
