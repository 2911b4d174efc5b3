"""`tenacious-judge cases`: labelled mails through the gate, and how often it is right."""
