"""The whole application, in the order in which it is read.

Settings come first, then what is kept, what goes in and out, the views, and at
the end `create_app`, which puts it all together.
"""

# slot: config
# slot: logs
# slot: models.base many
# slot: extensions many
# slot: models.user
# slot: models.user_more many
# slot: models.note
# slot: models.more many
# slot: schemas.common
# slot: schemas.user
# slot: schemas.note
# slot: forms.common
# slot: forms.user
# slot: forms.note
# slot: content
# slot: errors
# slot: tasks
# slot: views.health
# slot: views.common many
# slot: auth
# slot: views.user
# slot: views.note
# slot: views.pages
# slot: views.stats
# slot: views.api
# slot: admin
# slot: commands
# slot: factory
