"""The shops' servers on the wire: httpx, and nothing that knows a window or a file format."""
