/** Colors of the output sheets: blue, orange and grey, which people who see colors differently can tell apart. */
export const tones = {
  /** Tabs of results; inputs are blue and the record is grey. */
  resultTab: '#2E8B57',
  recordTab: '#7F7F7F',
  line: '#9CA3AF',
  bar: '#9DC3E6',
  sell: '#B45309',
  buy: '#1D4ED8',
  blockedFill: '#FCE4D6',
  reviewFill: '#FFF4DB',
  muted: '#6B7280',
} as const;
