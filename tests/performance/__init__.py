"""`make bench`: measured figures, all of one run, so that ratios hold. Nothing is asserted."""
