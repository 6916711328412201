"""What came of a submission: results and their JSON, and how they are shown."""
