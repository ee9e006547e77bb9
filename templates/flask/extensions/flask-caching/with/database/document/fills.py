# fill: notes.count
return int(Note.objects.count())
