"""The workshop (見直しワークショップ): progress → pack → decisions → the next plan."""
