"""The project: its settings, URLs, health endpoints and server interfaces."""

import django_stubs_ext

# Lets classes of Django be written as mypy reads them, e.g. ModelAdmin[Note].
django_stubs_ext.monkeypatch()

# slot: config.init many spaced
