"""What all forms share."""

# slot: forms.common
