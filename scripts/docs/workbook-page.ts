import { contractVersion, definitionOf, settingsCatalogue, tableNames, type Setting, type TableName } from '../../shared/contract';
import type { Column } from '../../shared/contract/column';
import { page, table } from './markdown';

/** The page `docs/workbook.md`: every table, column and setting a workbook may hold, as the contract states them. */
export function workbookPage(): string {
  const optional = tableNames.filter((name) => !definitionOf(name).core);
  return page(
    '# The workbook',
    `Version ${contractVersion} of the contract between your workbook and REBAL. Sheets hold one Excel table each, or a plain range with headers in its first row.`,
    [
      '* Column order is free. Case, spaces and `_ - % $ #` in headers do not matter, and each column knows other spellings.',
      '* A blank cell means the default, or what is inherited. Zero means zero. `none` switches a limit off.',
      '* Percentages are Excel percentages: 5 % is 0.05.',
      '* Formulas are welcome; REBAL reads values and never writes over a formula.',
      '* Columns that REBAL does not know are kept and never sent. Columns marked *local* are read and never sent either.',
    ].join('\n'),
    '## Sheets a run needs',
    ...tableNames.filter((name) => definitionOf(name).core).map(tableSection),
    '## Sheets to add when you want more',
    ...optional.map(tableSection),
    '## Settings',
    'Columns of the sheet Settings. The most specific filled cell counts: account, group, firm, then the default here. [score.md](score.md) says what each one does in this release.',
    table(['Setting', 'Default', 'Allowed', 'What it is for'], Object.values(settingsCatalogue).map(settingRow)),
  );
}

function tableSection(name: TableName): string {
  const { sheet, excel, help, columns, key, open, needs = [] } = definitionOf(name);
  const headers = key.map((property) => columns[property].header);
  const notes = [
    help,
    `Excel table \`${excel}\`.`,
    headers.length > 0 ? `A row is known by ${headers.join(' and ')}.` : 'Rows may repeat.',
    ...(open ? ['You may add further columns.'] : []),
  ];
  const rows = Object.entries(columns).map(([property, column]) => columnRow(column, needs.includes(property)));
  return [`### ${sheet}`, notes.join(' '), table(['Column', 'Needed', 'Type', 'Example', 'Meaning', 'Also read as'], rows)].join('\n\n');
}

function columnRow(column: Column, headerNeeded: boolean): string[] {
  const { header, required, local, help, aliases } = column;
  const needed = required ? 'yes' : headerNeeded ? 'the header' : '';
  return [`**${header}**`, needed, typeWords(column) + (local ? ', *local*' : ''), `\`${exampleOf(column)}\``, help, aliases.join(', ')];
}

const units = {
  text: 'text',
  number: 'number',
  whole: 'whole number',
  money: 'dollars',
  percent: 'percentage',
  bp: 'basis points',
  date: 'date',
  list: 'list',
} satisfies Record<Column['type'], string>;

function typeWords({ type, choices, min, max, length }: Column): string {
  if (choices) return Object.keys(choices).join(', ');
  const show = (value: number): string => (type === 'percent' ? `${Number((value * 100).toFixed(6))} %` : String(value));
  const range =
    min !== undefined && max !== undefined
      ? `, ${show(min)} to ${show(max)}`
      : min !== undefined
        ? `, ${show(min)} or more`
        : max !== undefined
          ? `, up to ${show(max)}`
          : '';
  return units[type] + range + (length === undefined ? '' : `, up to ${length} characters`);
}

const exampleOf = ({ type, example }: Column): string =>
  type === 'percent' && typeof example === 'number' ? `${Number((example * 100).toFixed(6))}%` : String(example);

function settingRow(setting: Setting): string[] {
  return [`**${setting.header}**`, defaultWords(setting), setting.allowed, setting.help];
}

/** A setting's default as it would be typed: `2 %`, `25`, `Yes`, `none`. */
export function defaultWords({ default: value, type, scale = 1, yesNo }: Setting): string {
  if (value === undefined) return 'none';
  if (yesNo) return value ? 'Yes' : 'No';
  if (typeof value !== 'number') return String(value);
  const typed = Number((value / scale).toFixed(6));
  return type === 'percent' ? `${Number((typed * 100).toFixed(6))} %` : String(typed);
}
