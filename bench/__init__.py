"""Speed and size as ratios, each measured in one run beside what it is compared with."""
