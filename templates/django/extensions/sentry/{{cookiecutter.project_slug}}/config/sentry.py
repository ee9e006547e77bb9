"""Unexpected errors go to Sentry; what the people who met them typed does not."""

import sentry_sdk
from sentry_sdk.transport import Transport


def report_errors(dsn: str, transport: type[Transport] | None = None) -> None:
    """Start reporting to this address, if there is one.

    Django, and whatever else is installed that the SDK knows, is hooked up by
    itself. SENTRY_ENVIRONMENT and SENTRY_RELEASE are read by the SDK.
    """
    if not dsn:
        return
    sentry_sdk.init(
        dsn=dsn,
        # Where it broke and at which address; nothing of who sent what.
        data_collection={
            "user_info": False,
            "cookies": {"mode": "off"},
            "url_query_params": {"mode": "off"},
            "http_bodies": [],
            "stack_frame_variables": False,
        },
        # Errors only; a number up to 1.0 measures that share of the requests too.
        traces_sample_rate=None,
        transport=transport,
    )
