"""Filled forms of many departments → the decisions on a document."""

from keikaku.workshop.reading.files import Gathered, gather

__all__ = ["Gathered", "gather"]
