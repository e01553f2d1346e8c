"""Voices: who says what, in what stance, how far checked."""
