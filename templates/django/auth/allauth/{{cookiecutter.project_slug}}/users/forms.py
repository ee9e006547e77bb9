from typing import Any

from allauth.account.forms import SignupForm
from django.db import IntegrityError, transaction
from django.http import HttpRequest


class SignUpForm(SignupForm):  # type: ignore[misc]  # allauth has no types
    def try_save(self, request: HttpRequest) -> Any:
        """Create the account, or answer as for every address that has one."""
        try:
            with transaction.atomic():
                return super().try_save(request)
        except IntegrityError:
            # Somebody took the address since the form looked.
            self.account_already_exists = True
            return super().try_save(request)
