"""Cover: who reads a young person's messages while their adviser is away, has left, or does not answer."""
