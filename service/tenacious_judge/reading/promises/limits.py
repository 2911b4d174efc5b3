"""What is longer, or says more, is no mail: it fails by its length, and is not read further for engineers."""

LONGEST_SENTENCE = 1500
MOST_SENTENCES = 80
MOST_STATEMENTS = 16
MOST_HEADS = 10
MOST_NUMBERS = 40
MOST_PLACES = 12
