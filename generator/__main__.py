"""`python -m generator` is `supplement`."""

from generator.cli.start import run

if __name__ == "__main__":
    run()
