from django.contrib import admin

from notes.models import Note


@admin.register(Note)
class NoteAdmin(admin.ModelAdmin[Note]):
    list_display = ["title", "owner", "created_at", "updated_at"]
    list_filter = ["created_at", "updated_at"]
    list_select_related = ["owner"]
    search_fields = ["title", "body", "owner__email"]
    autocomplete_fields = ["owner"]
    readonly_fields = ["created_at", "updated_at"]
