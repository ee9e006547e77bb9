from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class RefreshToken(models.Model):
    """A promise of new tokens, kept until it is used once, revoked or too old.

    Only a digest is kept: who reads the table cannot log in with it.
    """

    # slot: models.key
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="refresh_tokens",
        verbose_name=_("user"),
    )
    digest = models.CharField(_("digest"), max_length=64, unique=True)
    fingerprint = models.CharField(_("fingerprint of the password"), max_length=16)
    expires_at = models.DateTimeField(_("expires"))

    class Meta:
        verbose_name = _("refresh token")
        verbose_name_plural = _("refresh tokens")

    def __str__(self) -> str:
        return f"{self.user}, {self.expires_at:%Y-%m-%d}"
