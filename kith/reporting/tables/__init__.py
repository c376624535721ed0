"""The tables behind the figures: made once when the store is refreshed, or cut to a period when asked."""
