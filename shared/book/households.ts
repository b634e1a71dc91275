import type { Household } from './book';
import { compareText, nameKey, oneSpelling } from './names';
import type { Row } from './rows';

/**
 * The households that have a row, and those that a row links to, by lower-cased ID. Of two rows for one ID the first counts.
 * Wash-sale links hold both ways, whichever side states them; they do not pass from one household to a third.
 */
export function buildHouseholds(rows: readonly Row<'households'>[]): Map<string, Household> {
  const first = firstRows(rows);
  const spell = oneSpelling([...rows.map((row) => row.householdId), ...rows.flatMap(linksOf)]);
  const links = new Map<string, Set<string>>();
  const link = (from: string, to: string): void => void links.set(from, (links.get(from) ?? new Set()).add(to));
  for (const [key, row] of first) {
    for (const other of linksOf(row).map(nameKey)) {
      if (other === key) continue;
      link(key, other);
      link(other, key);
    }
  }
  const keys = [...new Set([...first.keys(), ...links.keys()])].sort(compareText);
  return new Map(keys.map((key) => [key, toHousehold(first.get(key), spell(key), [...(links.get(key) ?? [])].sort(compareText))]));
}

function firstRows(rows: readonly Row<'households'>[]): Map<string, Row<'households'>> {
  const first = new Map<string, Row<'households'>>();
  for (const row of rows) {
    const key = nameKey(row.householdId ?? '');
    if (key !== '' && !first.has(key)) first.set(key, row);
  }
  return first;
}

/** Households that a row names in Wash-sale link. */
export function linksOf({ washSaleLink = '' }: Pick<Row<'households'>, 'washSaleLink'>): string[] {
  return washSaleLink.split(/[,;]/).map((name) => name.trim()).filter((name) => name !== '');
}

function toHousehold(row: Row<'households'> | undefined, id: string, linked: readonly string[]): Household {
  return {
    id,
    linked,
    name: row?.householdName,
    model: row?.model?.trim() || undefined,
    taxProfile: row?.taxProfile?.trim() || undefined,
    manageAs: row?.manageAs ?? 'Each account',
    locationPolicy: row?.locationPolicy ?? 'Off',
    preferTradesIn: row?.preferTradesIn ?? 'Tax-deferred first',
    row: row?.row,
  };
}
