"""Every read of ripples, narrowed by who asks: tellings, proposed sentences, notes, samples."""
