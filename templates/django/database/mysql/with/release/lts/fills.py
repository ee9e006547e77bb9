# From 6.1 on `check` asks the server what it can do, so that only a real one will do.
# fill: tests.production_variables
DATABASE_URL="mysql://app:secret@db.example.com:3306/app",
