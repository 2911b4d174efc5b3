"""What a mail says about competitors and peers, and about the reader beside them."""
