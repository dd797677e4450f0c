"""Folders of the checkout, and the way to give up."""
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOLS = ROOT / ".tools"
LOCAL = ROOT / ".local"


def fail(line):
    """One line for the person at the terminal, status 1."""
    sys.exit(f"dev: {line}")
