import type { AssetClass, Locality } from './book';
import { compareText, nameKey, oneSpelling } from './names';
import type { Row } from './rows';

const localities: Readonly<Record<string, Locality>> = {
  taxable: 'Taxable', 'tax-deferred': 'Tax-deferred', 'tax deferred': 'Tax-deferred', deferred: 'Tax-deferred', ira: 'Tax-deferred',
  'tax-free': 'Tax-free', 'tax free': 'Tax-free', roth: 'Tax-free',
};

/** A list of tax types, the most preferred first: `Tax-deferred>Tax-free`. `Any` and blank are no preference; undefined when not understood. */
export function parseLocation(text: string | undefined): readonly Locality[] | undefined {
  const words = (text ?? '').split(/[>,;]/).map(nameKey).filter((word) => word !== '' && word !== 'any');
  const found = words.map((word) => localities[word]);
  return found.every((each) => each !== undefined) ? [...new Set(found)] : undefined;
}

/**
 * The asset classes by lower-cased name. What a class leaves blank in Preferred location and Tax drag is its parent's,
 * up the tree; a loop of parents ends where it began. Of two rows for one class the first counts.
 */
export function buildAssetClasses(rows: readonly Row<'assetClasses'>[]): Map<string, AssetClass> {
  const first = new Map<string, Row<'assetClasses'>>();
  for (const row of rows) {
    const key = nameKey(row.assetClass ?? '');
    if (key !== '' && !first.has(key)) first.set(key, row);
  }
  const spell = oneSpelling(rows.map((row) => row.assetClass));
  return new Map([...first].sort(([a], [b]) => compareText(a, b)).map(([key, row]) => {
    const line = lineage(key, first);
    return [key, {
      name: spell(key),
      parent: row.parent?.trim() ? spell(row.parent) : undefined,
      sort: row.sort,
      preferredLocation: parseLocation(line.find(({ preferredLocation }) => preferredLocation?.trim())?.preferredLocation) ?? [],
      taxDrag: line.find(({ taxDrag }) => taxDrag !== undefined)?.taxDrag,
      riskProxy: row.riskProxy?.trim() || undefined,
      row: row.row,
    }];
  }));
}

/** A class and the classes above it, nearest first. */
function lineage(key: string, rows: ReadonlyMap<string, Row<'assetClasses'>>): Row<'assetClasses'>[] {
  const seen = new Set<string>();
  for (let at = key; rows.has(at) && !seen.has(at); at = nameKey(rows.get(at)!.parent ?? '')) seen.add(at);
  return [...seen].map((each) => rows.get(each)!);
}
