"""Two documents word by word: what stayed, came, went and moved, with tables by rows and columns."""

from generator.compare.redline.changes import Redline
from generator.compare.redline.redline import compare_documents

__all__ = ["Redline", "compare_documents"]
