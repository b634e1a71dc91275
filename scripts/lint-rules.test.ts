import { expect, test } from '@jest/globals';
import { Linter } from 'eslint';
import config from '../eslint.config.js';

/** Rules that a piece of code in a file breaks. */
function broken(filename: string, code: string): string[] {
  const messages = new Linter({ configType: 'flat' }).verify(code, config as Linter.Config[], { filename });
  const fatal = messages.find((message) => message.fatal);
  if (fatal) throw new Error(fatal.message);
  return messages.map(({ ruleId }) => String(ruleId).replace('@typescript-eslint/', '')).filter((rule) => rule !== 'no-unused-vars');
}

const importRule = ['no-restricted-imports'];

/** Code that a folder must not hold. */
const forbidden: readonly (readonly [file: string, code: string, rules: readonly string[]])[] = [
  ['shared/tax/x.ts', "import { readFileSync } from 'node:fs';", importRule],
  ['shared/tax/x.ts', "import JSZip from 'jszip';", importRule],
  ['shared/xlsx/x.ts', "import { Readable } from 'node:stream';", importRule],
  ['shared/xlsx/x.ts', "export const bytes = Buffer.from('');", ['no-restricted-globals']],
  ['shared/tax/x.ts', "import { rebalance } from '../../server/optimizer/rebalance';", importRule],
  ['shared/tax/x.ts', 'export const now = new Date();', ['no-restricted-syntax']],
  ['shared/tax/x.ts', "export const root = document.querySelector('p');", ['no-restricted-globals']],
  ['server/optimizer/x.ts', "import { Hono } from 'hono';", importRule],
  ['server/optimizer/x.ts', "import { decide } from '../workflow/decide';", importRule],
  ['server/optimizer/x.ts', 'export const seed = Math.random();', ['no-restricted-syntax']],
  ['server/optimizer/x.ts', 'export const at = Date.now();', ['no-restricted-syntax']],
  ['server/optimizer/terms/x.ts', "import { rowsOf } from '../rows';", importRule],
  ['server/optimizer/terms/x.ts', "import { createHighs } from '../solvers/highs';", importRule],
  ['server/optimizer/rows/x.ts', "import { risk } from '../terms/risk';", importRule],
  ['server/optimizer/rows/x.ts', "import load from 'highs';", importRule],
  ['server/optimizer/solvers/x.ts', "import type { Row } from '../rows/row';", importRule],
  ['server/workflow/x.ts', "import { createPool } from '../jobs/pool';", importRule],
  ['server/workflow/x.ts', "import { openXlsx } from '../xlsx';", importRule],
  ['server/routes/x.ts', "import { runBook } from '../workflow/run-book';", importRule],
  ['server/store/x.ts', "import { createQueue } from '../jobs/queue';", importRule],
  ['server/jobs/x.ts', "import { openStore } from '../store/open';", importRule],
  ['server/xlsx/x.ts', "import { openStore } from '../store/open';", importRule],
  ['server/x.ts', "import { currentSession } from '../addin/session/current';", importRule],
  ['server/x.ts', 'export const port = process.env.PORT;', ['no-restricted-properties']],
  ['addin/session/x.ts', "import { runBook } from '../../server/workflow/run-book';", importRule],
  ['addin/session/x.ts', 'export const done = Excel.run(async () => undefined);', ['no-restricted-globals']],
  ['addin/session/x.ts', "export const answer = fetch('/v1/runs');", ['no-restricted-globals']],
  ['addin/session/x.ts', "import { createExcel } from '../../playground/node/excel';", importRule],
  ['addin/taskpane/X.tsx', "import { OfficeWorkbook } from '../workbook/office-workbook';", importRule],
  ['addin/functions/x.ts', "import { serviceAt } from '../client/service';", importRule],
  ['addin/workbook/x.ts', "export const answer = fetch('/v1/runs');", ['no-restricted-globals']],
  ['addin/workbook/x.ts', "import { serviceAt } from '../client/service';", importRule],
  ['addin/client/x.ts', 'export const done = Excel.run(async () => undefined);', ['no-restricted-globals']],
];

test.each(forbidden)('%s may not hold: %s', (file, code, rules) => {
  expect(broken(file, code)).toEqual(rules);
});

/** The nearest thing that each folder may hold. */
const allowed: readonly (readonly [file: string, code: string])[] = [
  ['shared/tax/x.ts', "import Decimal from 'decimal.js'; import { z } from 'zod'; import { dateParts } from '../dates';"],
  ['shared/tax/x.ts', "export const day = new Date('2026-11-20');"],
  ['shared/xlsx/x.ts', "import JSZip from 'jszip'; import { SaxesParser } from 'saxes'; import { cellAddress } from '../workbook/address';"],
  ['shared/tax/x.test.ts', "import { readFileSync } from 'node:fs';"],
  [
    'server/optimizer/x.ts',
    "import Decimal from 'decimal.js'; import { dollars } from '../../shared/units'; import { risk } from './terms/risk';",
  ],
  ['server/optimizer/rows/x.ts', "import { realizedGains } from '../terms/tax';"],
  ['server/optimizer/solvers/x.ts', "import load from 'highs'; import type { Problem } from '../problem';"],
  ['server/workflow/x.ts', "import type { DecideUnit } from '../jobs/types'; import { rebalance } from '../optimizer/rebalance';"],
  ['server/environment.ts', 'export const port = process.env.PORT;'],
  ['addin/client/x.ts', "import type { App } from '../../server/app'; export const answer = fetch('/v1/runs');"],
  ['addin/workbook/x.ts', "import type { Link } from '../session/ports'; export const done = Excel.run(async () => undefined);"],
  ['addin/taskpane/X.tsx', "import { currentSession } from '../session/current'; import { Button } from '@fluentui/react-components';"],
];

test.each(allowed)('%s may hold: %s', (file, code) => {
  expect(broken(file, code)).toEqual([]);
});
