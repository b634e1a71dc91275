import { counted } from '../../shared/counted';
import type { Reading } from '../../shared/imports';
import type { ImportKind, ImportRow } from '../../shared/imports/format';
import { readingTitle, type ReadExport } from '../../shared/imports/into/open-files';
import { formatIssue } from '../../shared/issue';
import { openExports } from './open-exports';

/** `rebal import FILE…`: what each file says, as lines or as JSON; status 2 when one is not recognized. */
export async function importFiles(paths: readonly string[], { json }: { readonly json?: boolean }): Promise<{ readonly lines: readonly string[]; readonly status: 0 | 2 }> {
  const files = await openExports(paths);
  const status = files.some(({ reading }) => reading.issues.some(({ severity }) => severity === 'stop')) ? 2 : 0;
  const printed = files.length === 1 && paths.length === 1 ? readingJson(files[0].reading) : files.map(({ name, reading }) => ({ file: name, ...readingJson(reading) }));
  return { lines: json ? [JSON.stringify(printed, null, 2)] : files.flatMap(lines), status };
}

/** A reading with a null for what the file does not say: what is or was held apart from what happened; of rows that say neither only the lines. */
function readingJson({ format, confidence, asOf, rows, issues }: Reading): object {
  const of = (wanted: (kind: ImportKind) => boolean): ImportRow[] => rows.filter(({ kind }) => wanted(kind));
  return {
    format: format ?? null, confidence, asOf: asOf ?? null,
    rows: of((kind) => kind !== 'skip' && kind !== 'transaction').map(holdingJson),
    transactions: of((kind) => kind === 'transaction').map(transactionJson),
    leftAside: of((kind) => kind === 'skip').map(({ line }) => line),
    issues,
  };
}

const holdingJson = ({ date: _date, action: _action, amount: _amount, fees: _fees, transactionId: _id, ...row }: ImportRow): object => row;

function transactionJson({ account, accountName, date, action, symbol, cusip, description, quantity, price, amount, fees, currency, assetType, accountType, subAccountType, transactionId, line }: ImportRow): object {
  return { account, accountName, date, action, symbol, cusip, description, quantity, price, amount, fees, currency, assetType, accountType, subAccountType, transactionId, line };
}

const nouns: Readonly<Record<ImportKind, string>> = {
  position: 'position', lot: 'lot', cash: 'cash row', 'pending-cash': 'pending amount', 'realized-lot': 'realized lot', transaction: 'transaction', total: 'total', skip: 'row left aside',
};

function lines({ name, reading }: ReadExport): string[] {
  const { asOf, rows, issues } = reading;
  const counts = (Object.keys(nouns) as ImportKind[]).flatMap((kind) => {
    const count = rows.filter((row) => row.kind === kind).length;
    return count === 0 ? [] : [kind === 'skip' && count > 1 ? `${count} rows left aside` : counted(count, nouns[kind])];
  });
  return [`${name}: ${readingTitle(reading)}${asOf ? `, as of ${asOf}` : ''}${counts.length > 0 ? ` · ${counts.join(', ')}` : ''}`, ...issues.map((issue) => `  ${formatIssue(issue)}`)];
}
