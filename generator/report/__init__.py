"""Findings as text: in full for people, concise for editors, JSON for programs, and their count."""

from generator.report.full import full
from generator.report.short import as_json, concise, summary

__all__ = ["as_json", "concise", "full", "summary"]
