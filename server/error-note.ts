/** What the log may hold of an error: its kind and where it arose, not its message, which can quote a book. */
export interface ErrorNote {
  readonly error: string;
  /** Function and place, innermost first. */
  readonly at: readonly string[];
}

/** The loggable part of whatever was thrown. */
export function errorNote(error: unknown): ErrorNote {
  if (!(error instanceof Error)) return { error: typeof error, at: [] };
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 5);
  const { code } = error as NodeJS.ErrnoException;
  return { error: typeof code === 'string' ? `${error.name} ${code}` : error.name, at: frames.map((frame) => frame.trim()) };
}
