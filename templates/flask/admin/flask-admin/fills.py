# fill: admin
from typing import Any

import click
from flask import Flask, abort
from flask.cli import with_appcontext
from flask_admin import Admin, AdminIndexView
from flask_admin.menu import MenuLink
from flask_admin.theme import Bootstrap4Theme
from flask_login import current_user
from flask_wtf import FlaskForm


def init_admin(app: Flask) -> None:
    """Add the pages below `/admin/`."""
    admin = Admin(
        app,
        name=app.config["SITE_NAME"],
        index_view=AdminHome(),
        theme=Bootstrap4Theme(swatch="default"),
    )
    # slot: admin.views
    admin.add_link(MenuLink("Back to the site", endpoint="notes.list_notes"))
    app.cli.add_command(make_admin)


class AdministratorsOnly:
    """Opens a page to administrators, and to nobody else."""

    def is_accessible(self) -> bool:
        """Say whether this visitor may come in."""
        return bool(current_user.is_authenticated and current_user.is_admin)

    def inaccessible_callback(self, name: str, **kwargs: Any) -> Any:
        """Send strangers to the log-in, and others away."""
        if current_user.is_authenticated:
            abort(403)
        return login_manager.unauthorized()


class AdminHome(AdministratorsOnly, AdminIndexView):
    """The first page."""


class RecordAdmin(AdministratorsOnly, ModelView):
    """What the pages about users and about notes share."""

    # People sign up and write notes themselves.
    can_create = False
    # One at a time, and after a question.
    action_disallowed_list = ("delete",)
    # Its token is the one that the rest of the site checks.
    form_base_class = FlaskForm

    # slot: admin.get_one


class UserAdmin(RecordAdmin):
    """Users."""

    column_list = ("email", "is_admin", "created_at")
    column_searchable_list = ("email",)
    form_columns = ("email", "is_admin")
    form_args = {"email": {"filters": [normalize]}}

    # slot: admin.user_delete


class NoteAdmin(RecordAdmin):
    """Notes of all users."""

    column_list = ("title", "created_at", "updated_at")
    column_searchable_list = ("title",)
    column_default_sort = ("created_at", True)
    form_columns = ("title", "body")
    # slot: admin.note_form


@click.command("make-admin")
@click.argument("email")
@with_appcontext
def make_admin(email: str) -> None:
    """Make the user with this EMAIL an administrator."""
    email = normalize(email)
    # slot: users.find
    if user is None:
        raise click.ClickException(f"Nobody has signed up as {email}.")
    user.is_admin = True
    # slot: users.save
    click.echo(f"{email} is an administrator now.")

# fill: app.last
init_admin(app)
