from typing import Self

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class NoteQuerySet(models.QuerySet["Note"]):
    def owned_by(self, user: AbstractBaseUser | AnonymousUser) -> Self:
        """Only this user's notes: every view starts with these."""
        return self.filter(owner_id=user.pk)

    def search(self, text: str) -> Self:
        """Only notes with this text in title or body."""
        return self.filter(
            models.Q(title__icontains=text) | models.Q(body__icontains=text)
        )

    # slot: notes.queryset_methods


class Note(models.Model):
    # slot: models.key
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="notes",
        verbose_name=_("owner"),
    )
    title = models.CharField(_("title"), max_length=200)
    body = models.TextField(_("body"), blank=True)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("last changed"), auto_now=True)

    objects = NoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        # The newest change first; the key decides between equals, so that no
        # note is on two pages of a list.
        ordering = ["-updated_at", "-pk"]
        indexes = [
            models.Index(fields=["owner", "-updated_at"], name="note_owner_updated")
        ]

    def __str__(self) -> str:
        return self.title

    # slot: notes.model_methods many spaced
