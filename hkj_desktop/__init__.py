"""HKJ Desktop: check a shop's catalogue and send it to the shop."""

__version__ = "0.1.0"
