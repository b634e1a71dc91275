import { nameKey } from '../book/names';
import type { TableRow } from '../contract';
import { line, type ExplainedLine, type Level } from './line';
import { placeOf } from './source';
import type { Subject } from './subject';

/** Who the account is to the engine: its tax type, household, group and model, and where each comes from. */
export function explainIdentity(subject: Subject): ExplainedLine[] {
  const { account, row, places } = subject;
  const own = (item: string, column: keyof TableRow<'accounts'> & string, usual?: string): ExplainedLine => {
    const value = row[column] as string | undefined;
    const isName = column === 'accountId' || column === 'accountName';
    return value === undefined
      ? line('Account', item, usual ?? '', { level: 'Default' })
      : line('Account', item, value, { level: 'Account', source: placeOf(places, 'accounts', row.row, column), changed: !isName && value !== usual });
  };
  return [
    own('Account ID', 'accountId'),
    own('Account name', 'accountName'),
    own('Tax type', 'taxType', 'Taxable'),
    own('Household', 'householdId', account.id),
    own('Group', 'group', 'none'),
    ...modelLines(subject),
    own('Status', 'status', 'Active'),
    own('Discretion', 'discretion', 'Discretionary'),
    ...(account.productSize === undefined ? [] : [line('Account', 'Size for products', account.productSize, { unit: 'dollars', level: 'Run', note: isTogether(subject) ? 'value of the household, managed Together' : 'value of the account' })]),
  ].filter(({ item, value }) => value !== '' || item !== 'Account name');
}

const familyOf = ({ book, account }: Subject) => book.households.get(nameKey(account.household));
const isTogether = (subject: Subject): boolean => familyOf(subject)?.manageAs === 'Together';

/** The account's own model, else its household's; managed Together the household's before its own. */
function modelLines(subject: Subject): ExplainedLine[] {
  const { account, row, places, book } = subject;
  const family = familyOf(subject);
  const isOwn = row.model?.trim() && !(isTogether(subject) && family?.model !== undefined);
  const [level, source]: [Level, string | null] = isOwn
    ? ['Account', placeOf(places, 'accounts', row.row, 'model')]
    : ['Household', family?.model === undefined ? null : placeOf(places, 'households', family.row, 'model')];
  const members = book.accounts.filter(({ household, status }) => household === account.household && status !== 'Closed').map(({ id }) => id);
  return [
    line('Account', 'Model', account.model ?? 'none', { level, source, changed: true }),
    ...(family ? [line('Account', 'Managed', family.manageAs, {
      level: 'Household', source: family.row === undefined ? null : placeOf(places, 'households', family.row, 'manageAs'), changed: isTogether(subject),
      note: isTogether(subject) ? `with ${members.filter((id) => id !== account.id).join(', ') || 'no other account'}; Cash target, Cash maximum, Band, Risk price and Cash drag are those of its largest account` : null,
    })] : []),
  ];
}
