import { definitionOf, tableNames } from '../contract';
import { quoteSheet } from '../workbook/address';
import type { SheetContent } from '../workbook/port';

const how = [
  'This workbook is the case file: blue sheets are what you type, green sheets are what REBAL writes.',
  'Look at Accounts, Holdings, Securities and Models: these four are all that a run needs.',
  'Press Check on the REBAL tab. Six things in this sample are wrong on purpose, and Check names their cells.',
  'Press Run. Trades, Scores, Exceptions and Data issues appear; nothing is sent to a broker.',
  'Read Why on four trades: each names the rule, the loss or the weight behind it.',
];

const key = [
  ['Blue tab', 'You type; REBAL reads and never overwrites.'],
  ['Green tab', 'REBAL writes; columns marked blue keep what you type.'],
  ['Grey tab', 'Records: what was done, when and by whom.'],
];

/** The first sheet: what this is, how to use it in five lines, the key, and where each table is. */
export function startSheet(): SheetContent {
  const tables = tableNames.map(definitionOf).map(({ sheet, help }) => ['Sheet', `${quoteSheet(sheet)}!A1`, help]);
  return {
    sheet: 'Start',
    table: 'rb_Start',
    heading: {
      title: 'REBAL sample book',
      status: 'Three invented households, seven accounts. Prices are illustrations, not quotes; nothing here is advice.',
      key: 'Dates count back from the as-of day in rb_AsOf.',
    },
    columns: [
      { header: 'Part', kind: 'text', format: '@', width: 10 },
      { header: 'Item', kind: 'text', format: '@', width: 20, link: true },
      { header: 'What it is', kind: 'text', format: '@', width: 100 },
    ],
    rows: [
      ...how.map((line, index) => ['How to', `Step ${index + 1}`, line]),
      ...key.map(([tab, meaning]) => ['Key', tab, meaning]),
      ...tables,
    ],
    frozenColumns: 0,
    tabColor: '#1F2937',
  };
}
