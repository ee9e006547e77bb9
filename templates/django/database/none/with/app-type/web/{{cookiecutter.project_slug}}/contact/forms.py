from django import forms
from django.utils.translation import gettext_lazy as _

from contact.mails import send_to_owner


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
        send_to_owner(**self.cleaned_data)
