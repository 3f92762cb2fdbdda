"""What authors type: strict YAML with a place for everything, loaded into models with every fault reported."""
