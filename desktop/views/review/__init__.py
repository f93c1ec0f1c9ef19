"""The review desk: open alerts, the queue, one visit with its answers and comments."""
