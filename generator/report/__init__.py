"""Findings as text: in full for people, concise for editors, JSON, SARIF, GitHub and Markdown, and their count."""

from generator.report.full import full
from generator.report.github import github
from generator.report.markdown import markdown
from generator.report.sarif import sarif
from generator.report.short import as_json, concise, counted, summary

__all__ = ["as_json", "concise", "counted", "full", "github", "markdown", "sarif", "summary"]
