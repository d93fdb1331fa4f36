"""``python -m hkj_desktop``."""

import sys

from hkj_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())
