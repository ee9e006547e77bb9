"""The pages for administrators."""

# slot: admin
