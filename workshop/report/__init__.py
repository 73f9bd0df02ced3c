"""The progress report (進捗状況報告書), which a city publishes once a year."""

from keikaku.workshop.report.report_blocks import blocks, title

__all__ = ["blocks", "title"]
