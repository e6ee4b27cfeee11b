"""Reads a council's existing feed of services into its pack."""
