"""One upload from send to settled: plan, journal, sending, waiting, outcome. No Qt."""
