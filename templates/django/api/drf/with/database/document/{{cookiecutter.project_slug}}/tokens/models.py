from django.db import models
from django.utils.translation import gettext_lazy as _


class RevokedToken(models.Model):
    """A refresh token that works no longer, kept until it would have expired.

    MongoDB deletes it then: see the index in the first migration.
    """

    jti = models.CharField(_("token's own id"), max_length=32, primary_key=True)
    expires_at = models.DateTimeField(_("expires"))

    class Meta:
        verbose_name = _("revoked token")
        verbose_name_plural = _("revoked tokens")

    def __str__(self) -> str:
        return f"{self.jti}, {self.expires_at:%Y-%m-%d}"
