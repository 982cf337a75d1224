"""Text becomes phrases becomes sound."""
