/** `yes`, `Y`, `W` and `true`; null for what says neither yes nor no. */
export function readFlag(text: string | null): boolean | null {
  if (/^(?:y|yes|true|w|wash(?: sale)?|1)$/i.test(text ?? '')) return true;
  return /^(?:n|no|false|0)$/i.test(text ?? '') ? false : null;
}
