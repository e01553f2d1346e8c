"""Harms: numbers as told, and whom they count as killed, injured, captured, ..."""
