"""Sound on its way to the device: samples, pace, files, devices."""
