import { definitionOf, tableNames, type TableName } from '../contract';
import { isTotalWord } from '../contract/affected';
import { rowKeyOf } from '../contract/trouble-book';
import { idleSettingsFilled } from './idle-settings';
import { repeatedKeys } from './repeated-keys';
import { settingsOutOfRange } from './settings-range';
import { where, type Context, type Family } from './check';

type Row = Readonly<Record<string, unknown>> & { readonly row?: number };

const rowsOf = ({ tables }: Context, name: TableName): readonly Row[] => (tables[name] ?? []) as readonly Row[];

/** What Excel and other programs take for the start of a formula, full-width forms included. */
const formulaStart = /^[=+\-@\t\r\n\0＝＋－＠]/;
const isNumberLike = /^[+-]?[\d.,]+$/;

/** G11, G12, G14–G16, G18: what concerns any table alike. */
export const workbookChecks = {
  G11: { severity: 'skip', doubts: 'account', catches: 'setting outside its allowed range', run: settingsOutOfRange },
  G12: { severity: 'stop', catches: 'two rows with the same key', run: repeatedKeys },
  G18: { severity: 'warn', catches: 'setting that is read but changes no trade in this release', run: idleSettingsFilled },
  G14: {
    severity: 'warn',
    catches: 'text that begins like a formula; it is written as text',
    *run(context) {
      for (const name of tableNames) {
        const columns = Object.entries(definitionOf(name).columns).filter(([, { type }]) => type === 'text');
        for (const row of rowsOf(context, name)) {
          for (const [property, { header }] of columns) {
            const value = row[property];
            if (typeof value !== 'string' || value.length < 2 || !formulaStart.test(value) || isNumberLike.test(value)) continue;
            yield {
              table: name, row: row.row, column: property, rowKey: rowKeyOf(name, row), found: value,
              message: `${header} at ${where(context, name, row.row, property)} begins like a formula: "${value.slice(0, 60)}". It is always written as text.`,
              fix: 'Maybe the file was tampered with. Look at where it came from.',
            };
          }
        }
      }
    },
  },
  G15: {
    severity: 'warn',
    catches: 'total row inside a table',
    *run(context) {
      for (const name of ['accounts', 'holdings', 'transactions'] as const) {
        for (const { accountId, row } of context.tables[name] ?? []) {
          if (!isTotalWord(accountId)) continue;
          yield {
            table: name, row, column: 'accountId', rowKey: accountId, found: accountId,
            message: `Account ID is "${accountId}" at ${where(context, name, row, 'accountId')}: maybe a row of totals.`,
            fix: 'Move totals out of the table.',
          };
        }
      }
    },
  },
  G16: {
    severity: 'stop',
    catches: 'table larger than the limit',
    *run(context) {
      for (const name of tableNames) {
        const rows = rowsOf(context, name).length;
        if (rows <= context.rowLimit) continue;
        const { sheet } = context.places.cell(name, undefined);
        yield {
          table: name, found: rows, message: `${sheet} has ${rows} rows; at most ${context.rowLimit} are possible.`,
          fix: 'Split the book into several workbooks.',
        };
      }
    },
  },
} satisfies Family;
