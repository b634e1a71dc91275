/** A mistake in how a command was called or in what it was given: one sentence for people, exit status 2. */
export class CommandError extends Error {}
