import type { ColumnContents } from './column-contents';

/**
 * The names that columns go by. A header over two columns, one of currencies and one of amounts, is written once:
 * Degiro's `Local value,,Value in EUR` above `USD,"1184,95","1019,29"` names the amounts, whichever of the two comes first.
 */
export function nameColumns(headers: readonly string[], contents: readonly ColumnContents[]): string[] {
  const names = [...headers];
  headers.forEach((header, k) => {
    if (header === '' || headers[k + 1] !== '') return;
    const [own, next] = [contents[k].share, contents[k + 1].share];
    if (own.currency > 0.9 && next.number > 0.9) [names[k], names[k + 1]] = ['Currency', header];
    else if (own.number > 0.9 && next.currency > 0.9) names[k + 1] = 'Currency';
  });
  return names;
}
