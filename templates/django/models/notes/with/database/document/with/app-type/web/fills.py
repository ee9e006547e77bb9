# fill: notes.urls
path("<object_id:pk>/", views.NoteDetailView.as_view(), name="detail"),
path("<object_id:pk>/edit/", views.NoteUpdateView.as_view(), name="update"),
path("<object_id:pk>/delete/", views.NoteDeleteView.as_view(), name="delete"),
