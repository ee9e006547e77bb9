#!/usr/bin/env python
"""Django's command-line utility for administrative tasks."""

import os
import sys

from django.core.management import execute_from_command_line

from config.env import read_dotenv


def main() -> None:
    """Run a management command with the settings that .env names."""
    read_dotenv()
    # slot: settings.entry_point
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
