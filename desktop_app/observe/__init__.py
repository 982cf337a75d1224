"""What happened: log, events, timings. Nothing leaves the machine by itself."""
