"""What is longer, or says more, is no mail: it fails by its length, and is not read further for engineers."""

LONGEST_SENTENCE = 1500
MOST_SENTENCES = 120
MOST_STATEMENTS = 24
MOST_HEADS = 12
MOST_PLACES = 12
