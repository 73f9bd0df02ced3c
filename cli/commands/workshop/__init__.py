"""The commands of ``keikaku workshop``, one module each."""
