"""What the words of a plan name: themes, guidelines, departments, partners, other plans.

Works on the readings of any document family; what counts as a name is data (``*.yaml``, patterns
at the head of each module).
"""
