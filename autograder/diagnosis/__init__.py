"""Which mistake it is: a submission that loses points is compared with the mistakes that students make."""
