"""What a project wants of the checks: which findings, how severe, and which of them stop a build."""
