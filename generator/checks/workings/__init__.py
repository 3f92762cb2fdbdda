"""How the figures of a supplement came about: data, that prints as text for a terminal."""

from generator.checks.workings.workings import all_workings, workings
from generator.model.working import Working

__all__ = ["Working", "all_workings", "workings"]
