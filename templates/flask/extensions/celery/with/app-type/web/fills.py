# fill: tests.create_note
response = client.post("/notes/new", data={"title": "Party"})
