# fill: tests.create_note
response = client.post("/api/v1/notes", json={"title": "Party", "body": ""})
