/** `Long Term`, `LT`, `S`: whether a gain is short or long; null for what says neither. */
export function readTerm(text: string | null): 'short' | 'long' | null {
  if (/^(?:l|lt|long)\b/i.test(text ?? '')) return 'long';
  return /^(?:s|st|short)\b/i.test(text ?? '') ? 'short' : null;
}
