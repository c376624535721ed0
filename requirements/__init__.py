"""What Kith is built on."""
