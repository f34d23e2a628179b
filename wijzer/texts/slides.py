"""Words in a PowerPoint file."""
