# fill: notes.queryset_methods
def unchanged(self, note: "Note") -> Self:
    """Only this note, and only if nobody has changed it since it was read.

    There is no lock to hold between reading and writing: who writes through this
    and comes second writes nothing.
    """
    return self.filter(pk=note.pk, updated_at=note.updated_at)
