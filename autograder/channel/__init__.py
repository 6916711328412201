"""How a request reaches the student's code, here or in a worker, and what a submission may use."""
