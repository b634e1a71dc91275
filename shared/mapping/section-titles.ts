import { isTotalWord } from '../contract/affected';
import type { Cell } from '../workbook/port';
import { isBlank } from '../contract/cells/blank';

const leadingWords = /^(?:(?:brokerage|custodial|client)\s+)?(?:account|acct|client|portfolio)\b\.?\s*(?:number|no\.?|nbr|id|#)?\s*[:#–-]?\s*/i;

/** The one filled cell of a row; undefined for other rows. */
export function loneCell(cells: readonly Cell[], columns: { readonly from: number; readonly to: number }): Cell | undefined {
  let found: Cell | undefined;
  for (let at = columns.from; at <= columns.to; at += 1) {
    if (isBlank(cells[at])) continue;
    if (found !== undefined) return undefined;
    found = cells[at];
  }
  return found;
}

/**
 * What a title above rows names: `Account: 4471-0093 Rivera Trust` is 4471-0093, the first word with three figures or more;
 * without one it is the title itself, less the word "Account".
 */
export function titleName(cell: Cell): string | undefined {
  const text = String(cell).replace(/\s+/g, ' ').trim();
  if (text === '' || text.length > 80 || isTotalWord(text)) return undefined;
  const body = text.replace(leadingWords, '');
  const number = body.split(/[\s,;()]+/).find((word) => (word.match(/\d/g)?.length ?? 0) >= 3);
  return (number ?? body) || undefined;
}
