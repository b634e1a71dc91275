/** Colors of the sheets we write; blue says "you type here", as in every financial model. */
export const looks = {
  title: '#1F2937',
  status: '#374151',
  key: '#6B7280',
  header: { color: '#1F2937', fill: '#E5E7EB' },
  stickyHeader: { color: '#0B4F9C', fill: '#DCEBFA' },
  sticky: { color: '#0B4F9C', fill: '#F3F8FE' },
} as const;

/** Last row of an Excel sheet, 0-based: what is laid down to there need not grow with the table. */
export const lastRow = 1_048_575;

/** Width of a column of `characters` digits in Excel's default font, in points: 7 pixels a digit and 5 of margin, 4 pixels to 3 points. */
export const points = (characters: number): number => (characters * 7 + 5) * 0.75;
