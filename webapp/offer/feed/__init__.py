"""The open feed of a council's local offer."""
