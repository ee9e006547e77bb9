# fill: settings.schedule
"send-digests": {
    "task": "notes.tasks.send_digests",
    "schedule": crontab(day_of_week="monday", hour=7, minute=0),
},
