import type { Table } from '../../model/table';

/** What a table's style gives to one of its cells. */
export interface TableLook {
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly top?: string;
  readonly bottom?: string;
}

/** Office's six accents, after plain black for the first style of each row in the gallery. */
const ACCENTS = ['#404040', '#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47'];

/** A color mixed with white; 1 is white. */
function tint(color: string, share: number): string {
  const parts = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  return `#${parts
    .map((part) =>
      Math.round(part + (255 - part) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** How a table's style shows the cell at `row`: header, bands, totals. Close to Excel's gallery, not equal. */
export function tableLook({ style, area, showHeaders, showTotals, showBandedRows }: Table, row: number): TableLook {
  const match = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(style);
  if (!match) return {};
  const [family, number] = [match[1], Number(match[2])];
  const accent = ACCENTS[(number - 1) % 7];
  const plainHeader = family === 'Light' && (number <= 7 || number >= 15);
  const isLast = row === area.bottom;
  if (showHeaders && row === area.top) {
    return plainHeader ? { bold: true, top: accent, bottom: accent } : { bold: true, fill: accent, color: '#FFFFFF' };
  }
  if (showTotals && isLast) return { bold: true, top: accent, bottom: accent };
  const banded = showBandedRows && (row - area.top) % 2 === 1;
  const strong = family === 'Dark' ? 0.4 : 0.8;
  const base = family === 'Medium' && number >= 8 && number <= 14 ? tint(accent, 0.9) : undefined;
  return {
    fill: banded ? tint(accent, family === 'Light' ? 0.88 : strong) : base,
    bottom: isLast ? accent : family === 'Light' ? undefined : tint(accent, 0.6),
  };
}
