"""The cells of one plan → what is known of it: departments, years, amounts, indicators (事実)."""
