"""What two documents say, held against each other value by value."""
