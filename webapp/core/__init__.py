"""What every feature stands on: database, problems, guards, secrets, clock. Imports no feature."""
