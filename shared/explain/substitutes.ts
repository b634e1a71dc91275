import type { Substitute } from '../book/book';
import { approvedSubstitutes } from '../book/substitutes';
import { expandTarget } from '../book/target';
import { definitionOf } from '../contract';
import { line, type ExplainedLine } from './line';
import { settingOrigin } from './settings';
import type { Subject } from './subject';

/** What may stand in for the target's securities, with its hurdle; pairs of other securities are left out. */
export function explainSubstitutes({ book, account, effective, places }: Subject): ExplainedLine[] {
  const accepts = settingOrigin(effective, 'acceptSubstitutes', places);
  if (!account.settings.acceptSubstitutes) return [line('Substitutes', 'Accepted', false, accepts)];
  const approved = approvedSubstitutes(book, account);
  if (approved === undefined) return [line('Substitutes', 'Approved', 'any listed security of the same type and risk class', { ...accepts, note: 'there is no sheet Substitutes' })];
  const wanted = new Set(expandTarget(book, account).weights.map(({ symbol }) => symbol));
  const hurdle = settingOrigin(effective, 'defaultHurdle', places);
  return approved.filter((pair) => wanted.has(pair.for)).map((pair) => line('Substitutes', `${pair.symbol} for ${pair.for}`, pair.hurdle ?? account.settings.defaultHurdle, {
    unit: 'bp', ...(pair.hurdle === undefined ? hurdle : { level: 'Firm', source: definitionOf('substitutes').sheet }), changed: true,
    note: `rank ${pair.rank}, ${useWords(pair)}${pair.until === undefined ? '' : `, until ${pair.until}`}${pair.hurdle === undefined ? '; hurdle by the setting Default hurdle' : ''}`,
  }));
}

const useWords = ({ isHeld, isBought }: Substitute): string => (isHeld && isBought ? 'held and bought' : isHeld ? 'held, not bought' : 'bought when harvesting');
