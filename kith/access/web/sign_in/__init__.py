"""Sign-in and passwords, by the sign-in library, on our pages."""
