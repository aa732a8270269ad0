"""Cohort matching: many mentees and mentors at once, under places, exclusions, consent and common time."""
