# fill: tests.production_variables
EMAIL_URL="submission://app:secret@smtp.example.com",

# fill: env.functions
from typing import Any

from django.core.exceptions import ImproperlyConfigured

def mail_server() -> dict[str, Any]:
    """Return what EMAIL_URL says, or say what it may look like."""
    mail: dict[str, Any] = env.dj_email_url("EMAIL_URL", default="console:")
    if "EMAIL_BACKEND" not in mail:
        raise ImproperlyConfigured(
            "EMAIL_URL names no way to send mail. It looks like console: or "
            "submission://user:password@smtp.example.com."
        )
    return mail

# fill: tests.commands
def test_a_mail_server_that_makes_no_sense_is_an_error_that_says_so() -> None:
    result = manage("check", **DEVELOPMENT, **SECRET, EMAIL_URL="mail.example.com")

    assert result.returncode != 0
    assert "EMAIL_URL names no way to send mail" in result.stderr
