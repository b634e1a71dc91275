import type { Doubted } from '../../shared/book/doubts';
import type { Check } from '../../shared/checks';
import { doubtedColumns } from '../../shared/checks/doubted-columns';
import { definitionOf, type TableName } from '../../shared/contract';
import { table } from './markdown';

/** What waits of an account whose setting *Isolate doubt* is Trades, by what a row puts in doubt. */
export const waits = {
  account: 'the account waits all the same',
  price: 'the security is neither bought nor sold; it counts at its Market value in Holdings, up to 5 % of the account',
  quantity: 'the security is neither bought nor sold in the account; the lot counts at its Market value, up to 5 % of the account',
  security: 'the security is neither bought nor sold',
  basis: 'the lot is not sold, and its wash-sale class not bought in the account',
  date: 'the lot is not sold, its wash-sale class not bought in the account, and no loss of the class taken in the wash-sale scope',
  transaction: 'the wash-sale class is neither bought nor sold at a loss in the wash-sale scope; the account trades as if it had traded today',
  cash: 'nothing is bought',
  nothing: 'nothing waits',
} satisfies Record<Doubted, string>;

/** The section of `docs/checks.md` on what waits for which doubt. */
export function isolation(checks: readonly (readonly [code: string, check: Check])[]): string[] {
  const codesOf = (doubted: string): string => checks.filter(([, { doubts }]) => doubts === doubted).map(([code]) => code).join(', ');
  return [
    '## Isolating doubt',
    'Where the setting *Isolate doubt* is Trades, a **skip** leaves out only what depends on the doubtful row, and the trades that remain are marked and shown for review '
    + '([decision 0018](decisions/0018-isolation-of-doubt.md)). A cell that cannot be read puts in doubt what its column says; columns that are not listed, the account.',
    table(['In doubt', 'What waits', 'Checks', 'Columns'], Object.entries(waits).map(([doubted, words]) => [doubted, words, codesOf(doubted), columnsOf(doubted)])),
  ];
}

function columnsOf(doubted: string): string {
  return (Object.keys(doubtedColumns) as TableName[]).map((name) => {
    const { sheet, columns } = definitionOf(name);
    const headers = Object.entries(doubtedColumns[name] ?? {}).filter(([, each]) => each === doubted).map(([column]) => columns[column].header);
    return headers.length > 0 ? `${sheet}: ${headers.join(', ')}` : '';
  }).filter(Boolean).join('; ');
}
