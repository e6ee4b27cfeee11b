"""Plain words: reading age, hard words and legal words, measured for `flask content check` and never at the start."""
