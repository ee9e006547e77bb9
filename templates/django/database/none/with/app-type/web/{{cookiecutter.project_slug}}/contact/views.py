from django.contrib.messages.views import SuccessMessageMixin
from django.http import HttpResponse
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from contact.forms import ContactForm


class ContactView(SuccessMessageMixin[ContactForm], FormView[ContactForm]):
    """A form that becomes a mail: nothing is kept here."""

    form_class = ContactForm
    template_name = "contact/contact.html"
    success_url = reverse_lazy("home")
    success_message = _("Thank you! Your message is on its way.")

    def form_valid(self, form: ContactForm) -> HttpResponse:
        form.send()
        return super().form_valid(form)
