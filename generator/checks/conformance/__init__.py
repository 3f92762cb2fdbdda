"""What EDGAR accepts and what an accessible PDF needs, checked on the bytes of any file.

Why a package of its own that shares no code with the writers and readers: a mistake about the filing manual
that both made alike would otherwise never be seen.
"""

from generator.checks.conformance.catalogue import RULES
from generator.checks.conformance.check import check_conformance
from generator.checks.conformance.rules import Rule

__all__ = ["RULES", "Rule", "check_conformance"]
