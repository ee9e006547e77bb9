# fill: settings.third_party_apps
"django_htmx",

# fill: notes.list_methods
from django.utils.cache import patch_vary_headers
from django_htmx.http import HttpResponseClientRefresh
from django_htmx.middleware import HtmxDetails


def handle_no_permission(self) -> Any:
    """Send the whole page to the log-in: a script would put that into the list."""
    if HtmxDetails(self.request):
        return HttpResponseClientRefresh()
    return super().handle_no_permission()

def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    response = super().get(request, *args, **kwargs)
    patch_vary_headers(response, ["HX-Request"])
    return response

def get_template_names(self) -> list[str]:
    """Answer a script with the list alone, anybody else with the whole page."""
    htmx = HtmxDetails(self.request)
    if htmx and not htmx.history_restore_request:
        return ["notes/_list.html"]
    return super().get_template_names()
