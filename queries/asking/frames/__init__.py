"""The types of question, one module for each family: tokens in, readings out (問いの型)."""
