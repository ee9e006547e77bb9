# fill: settings.extensions
# Oracle has no unique constraint with a condition: allauth's own checks stand alone.
SILENCED_SYSTEM_CHECKS = ["models.W036"]
