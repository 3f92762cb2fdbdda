"""The rules about content, a module for each family: being a public function here is being a rule."""
