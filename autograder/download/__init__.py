"""What a learning platform gives out: opened within bounds, whose it is, put into submitted/."""
