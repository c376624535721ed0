"""The only place where an engine is named. Nothing heavy is imported until a module here is."""
