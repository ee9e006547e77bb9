from django import forms
from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext_lazy as _


class ContactForm(forms.Form):
    email = forms.EmailField(
        label=_("Your e-mail address"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    title = forms.CharField(label=_("Title"), max_length=200)
    body = forms.CharField(
        label=_("Your message"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 10}),
    )

    def send(self) -> None:
        """Mail what was written to the site's owner, who can simply reply."""
        title = " ".join(self.cleaned_data["title"].split())
        EmailMessage(
            subject=f"{settings.SITE_NAME}: {title}",
            body=self.cleaned_data["body"],
            to=[settings.CONTACT_EMAIL],
            reply_to=[self.cleaned_data["email"]],
        ).send()
