# fill: notes.urls
path("<int:pk>/", views.NoteDetailView.as_view(), name="detail"),
path("<int:pk>/edit/", views.NoteUpdateView.as_view(), name="update"),
path("<int:pk>/delete/", views.NoteDeleteView.as_view(), name="delete"),
