# fill: extensions
from flask_login import LoginManager

login_manager = LoginManager()

# fill: app.init
init_auth(app)

# fill: app.blueprints
app.register_blueprint(auth_pages)

# fill: auth
from uuid import UUID

from flask import Flask


def init_auth(app: Flask) -> None:
    """Say how to find out who sends a request, and where to log in."""
    login_manager.init_app(app)
    login_manager.login_view = "auth.log_in"
    login_manager.login_message = "Please log in to see this page."
    login_manager.login_message_category = "info"
    login_manager.user_loader(load_user)


def load_user(kept_id: str) -> User | None:
    """Return whom a session belongs to."""
    user_id = UUID(kept_id)
    # slot: users.get

# fill: auth.imports
from flask_login import current_user

# fill: pages.protect_notes
@notes_pages.before_request
def require_log_in() -> ResponseReturnValue | None:
    """Show these pages only to those who are logged in."""
    if current_user.is_authenticated:
        return None
    response: ResponseReturnValue = login_manager.unauthorized()
    return response

# fill: forms.user
from flask_wtf import FlaskForm
from wtforms import fields, validators

def normalize(email: str | None) -> str:
    """Write an address in the one way in which it is kept."""
    return strip(email).lower()


class SignUpForm(FlaskForm):
    """What a new account needs."""

    email = fields.EmailField(
        "E-mail address",
        filters=[normalize],
        validators=[
            validators.InputRequired(),
            validators.Email(),
            validators.Length(max=254),
        ],
    )
    password = fields.PasswordField(
        "Password",
        validators=[validators.InputRequired(), validators.Length(min=12, max=128)],
    )


class LogInForm(FlaskForm):
    """Who says who they are."""

    email = fields.EmailField(
        "E-mail address", filters=[normalize], validators=[validators.InputRequired()]
    )
    password = fields.PasswordField("Password", validators=[validators.InputRequired()])

# fill: views.user
from urllib.parse import urlsplit

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import login_user, logout_user

auth_pages = Blueprint("auth", __name__)


@auth_pages.route("/sign-up", methods=["GET", "POST"])
def sign_up() -> ResponseReturnValue:
    """Open an account and log in with it."""
    form = SignUpForm()
    if not form.validate_on_submit():
        return render_template("auth/sign_up.html", form=form), form_status(form)
    email, password = form.email.data, form.password.data or ""
    # slot: users.insert
    login_user(user)
    flash("Welcome! Your account is ready.", "success")
    return redirect(url_for("notes.list_notes"))


@auth_pages.route("/log-in", methods=["GET", "POST"])
def log_in() -> ResponseReturnValue:
    """Log in, and go on to where that was asked for."""
    form = LogInForm()
    if form.validate_on_submit():
        email = form.email.data
        # slot: users.find
        if user and user.check_password(form.password.data or ""):
            login_user(user)
            return redirect(next_page())
        form.password.errors = ["The address or the password is wrong."]
    return render_template("auth/log_in.html", form=form), form_status(form)


@auth_pages.post("/log-out")
def log_out() -> ResponseReturnValue:
    """Log out."""
    logout_user()
    flash("You are logged out.", "info")
    return redirect(url_for("auth.log_in"))


def next_page() -> str:
    """Return the page that asked for the log-in, provided that it is one of ours."""
    target = request.args.get("next", "")
    if target.startswith("/") and not urlsplit(target.replace("\\", "/")).netloc:
        return target
    return url_for("notes.list_notes")

# fill: users.taken
form.email.errors = ["There is an account with this address already."]
return render_template("auth/sign_up.html", form=form), form_status(form)

# fill: tests.client
from flask.testing import FlaskClient


@pytest.fixture
def anonymous(app: Flask) -> FlaskClient:
    """Send requests as a stranger."""
    return app.test_client()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Send requests as somebody who has just signed up."""
    client = app.test_client()
    form = {"email": "grace@example.com", "password": "correct horse battery"}
    client.post("/sign-up", data=form)
    return client
