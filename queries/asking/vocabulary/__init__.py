"""The words of questions as tables, and the letters they are compared by (語彙)."""
