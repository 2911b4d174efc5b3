"""Reading: briefs of every shape become facts, mails become sentences, numbers and claims. Nothing is judged
here."""
