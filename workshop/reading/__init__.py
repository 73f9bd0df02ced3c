"""Read the filled forms of many departments into the decisions on a document."""

from keikaku.workshop.reading.collect_forms import Gathered, gather

__all__ = ["Gathered", "gather"]
