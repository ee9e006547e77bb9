from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class NoteQuerySet(models.QuerySet["Note"]):
    def search(self, text: str) -> Self:
        """Only notes with this text in title or body."""
        return self.filter(
            models.Q(title__icontains=text) | models.Q(body__icontains=text)
        )


class Note(models.Model):
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
        indexes = [models.Index(fields=["-updated_at"], name="note_updated")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("notes:detail", args=[self.pk])
