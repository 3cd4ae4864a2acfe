"""``python -m thermometer``, and what the installed command calls."""

from thermometer.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
