"""Pictures of what a function gives beside what it should: numbers become SVG."""
