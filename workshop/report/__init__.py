"""The progress report (進捗状況報告書): what a city publishes of its plan once a year."""

from keikaku.workshop.report.report_blocks import blocks, title

__all__ = ["blocks", "title"]
