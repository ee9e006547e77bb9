# fill: settings.storages
from django.conf import global_settings

STORAGES = {
    **global_settings.STORAGES,
    # slot: settings.storage_backends many
}
