"""The demonstration: invented schools with four cohorts each, as real as can be made up. Seeded, and relative to today."""
