from django.conf import settings
from django.core.mail import EmailMessage


def send_to_owner(*, email: str, title: str, body: str) -> None:
    """Mail what somebody wrote to the site's owner, who can simply reply."""
    # A title of several lines would be several headers.
    title = " ".join(title.split())
    EmailMessage(
        subject=f"{settings.SITE_NAME}: {title}",
        body=body,
        to=[settings.CONTACT_EMAIL],
        reply_to=[email],
    ).send()
