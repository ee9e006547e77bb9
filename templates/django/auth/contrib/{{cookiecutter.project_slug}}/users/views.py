from django.conf import settings
from django.contrib.auth import login, views
from django.contrib.auth.mixins import LoginRequiredMixin
from django.contrib.messages.views import SuccessMessageMixin
from django.db import IntegrityError, transaction
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.views.generic import CreateView, UpdateView

from users.forms import LogInForm, ProfileForm, SignUpForm
from users.models import User
from users.requests import AuthenticatedRequest


class SignUpView(SuccessMessageMixin[SignUpForm], CreateView[User, SignUpForm]):
    """Create an account and log in with it at once."""

    form_class = SignUpForm
    template_name = "users/sign_up.html"
    success_url = reverse_lazy(settings.LOGIN_REDIRECT_URL)
    success_message = _("Welcome! Your account is ready.")

    def dispatch(
        self, request: HttpRequest, *args: str, **kwargs: str
    ) -> HttpResponseBase:
        if request.user.is_authenticated:
            return redirect(settings.LOGIN_REDIRECT_URL)
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: SignUpForm) -> HttpResponse:
        try:
            with transaction.atomic():
                response = super().form_valid(form)
        except IntegrityError:
            # Somebody took the address since the form looked.
            form.add_error("email", _("This address is taken."))
            return self.form_invalid(form)
        login(self.request, self.object)
        return response


class LogInView(views.LoginView):
    authentication_form = LogInForm
    redirect_authenticated_user = True
    # Django's own view would show the host's name instead.
    extra_context = {"site_name": settings.SITE_NAME}


class ProfileView(
    LoginRequiredMixin,
    SuccessMessageMixin[ProfileForm],
    UpdateView[User, ProfileForm],
):
    request: AuthenticatedRequest
    form_class = ProfileForm
    template_name = "users/profile.html"
    success_url = reverse_lazy("profile")
    success_message = _("Your profile was saved.")

    def get_object(self, queryset: object = None) -> User:
        return self.request.user


class PasswordChangeView(SuccessMessageMixin[Form], views.PasswordChangeView):
    success_url = reverse_lazy("profile")
    success_message = _("Your password was changed.")


class PasswordResetView(views.PasswordResetView):
    extra_email_context = {"site_name": settings.SITE_NAME}


class PasswordResetConfirmView(
    SuccessMessageMixin[Form], views.PasswordResetConfirmView
):
    success_url = reverse_lazy("login")
    success_message = _("Your new password is set. Log in with it.")
