"""The practice shop: the remote systems on loopback, for trying out and for tests."""
