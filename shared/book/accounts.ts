import type { Tables } from '../contract';
import type { IsoDate } from '../units';
import type { Account, Household, RestrictionSubject, Security } from './book';
import { cashFlowsByAccount } from './cash-flows';
import { customizationFinder } from './customizations';
import { settingsFinder } from './effective-settings';
import { heldOf, type Held, type HoldingRow } from './holdings';
import { compareText, nameKey, oneSpelling } from './names';
import { productSizes } from './product-sizes';
import { restrictionFinder, type Spell } from './restrictions';
import type { Row } from './rows';
import { symbolFinder } from './securities';
import { standingOrdersFinder } from './standing-orders';
import { taxProfileFinder } from './tax-profiles';

/** What accounts are made from. */
export interface AccountInputs {
  readonly tables: Tables;
  readonly asOf: IsoDate;
  readonly securities: ReadonlyMap<string, Security>;
  /** By lower-cased ID. */
  readonly households: ReadonlyMap<string, Household>;
  readonly findAccount: (typed: string | undefined) => string | undefined;
  /** Day of the last trade by account ID. */
  readonly lastTrades: ReadonlyMap<string, IsoDate>;
}

/** The accounts in ID order, each with its lots and everything it inherits. Of two rows for one ID the first counts. */
export function buildAccounts(inputs: AccountInputs): Account[] {
  const { tables, asOf, lastTrades } = inputs;
  const rows = firstRows(tables.accounts);
  const held = holdingsByAccount(inputs);
  const household = oneSpelling(
    [...rows.values()].map((row) => row.householdId?.trim() || row.accountId.trim()),
    [...inputs.households.values()].map(({ id }) => id),
  );
  const group = oneSpelling(
    [...rows.values()].map((row) => row.group),
    (tables.groups ?? []).flatMap((row) => row.group ?? []),
  );
  const settingsOf = settingsFinder(tables.settings ?? []);
  const taxOf = taxProfileFinder(tables.taxProfiles ?? []);
  const restrictionsOf = restrictionFinder(tables.restrictions ?? [], asOf, spellingOf(inputs.securities));
  const standingOrdersOf = standingOrdersFinder(inputs);
  const customizationsOf = customizationFinder(tables.customizations ?? [], asOf);
  const bare = [...rows].map(([id, row]) => {
    const family = inputs.households.get(nameKey(row.householdId?.trim() || id));
    const about = {
      ...describe(id, row, family),
      household: household(row.householdId?.trim() || id),
      group: row.group && group(row.group),
    };
    const { settings } = settingsOf(about);
    const customizations = customizationsOf(about);
    return {
      ...about,
      ...(held.get(id) ?? heldOf(id, [])),
      settings,
      lastTraded: lastTrades.get(id),
      tax: taxOf({ ...about, profile: row.taxProfile?.trim() || family?.taxProfile, settings }),
      restrictions: restrictionsOf(about),
      ...standingOrdersOf(about, held.get(id)?.lots ?? []),
      ...(customizations.length > 0 ? { customizations } : {}),
    };
  });
  const valued = bare.map((one) => ({ ...one, value: valueOf(one, inputs.securities) }));
  const flows = cashFlowsByAccount(tables.cashFlows ?? [], valued, asOf);
  const sizes = tables.products?.length ? productSizes(valued, inputs.households) : undefined;
  return bare
    .map((account) => ({ ...account, flows: flows.get(account.id) ?? [], ...(sizes ? { productSize: sizes.get(account.id) } : {}) }))
    .sort((a, b) => compareText(a.id, b.id));
}

function firstRows(rows: readonly Row<'accounts'>[]): Map<string, Row<'accounts'>> {
  const first = new Map<string, Row<'accounts'>>();
  for (const row of rows) {
    const id = row.accountId?.trim();
    if (id && !first.has(id)) first.set(id, row);
  }
  return first;
}

/** A blank model is the household's. An unknown tax type counts as Taxable: it is the one that asks for care (and the account was reported). */
function describe(
  id: string,
  row: Row<'accounts'>,
  household: Household | undefined,
): Pick<Account, 'id' | 'name' | 'taxType' | 'model' | 'custodian' | 'advisor' | 'status' | 'discretion' | 'row'> {
  return {
    id,
    name: row.accountName,
    taxType: row.taxType ?? 'Taxable',
    model: row.model?.trim() || household?.model,
    custodian: row.custodian,
    advisor: row.advisor,
    status: row.status ?? 'Active',
    discretion: row.discretion ?? 'Discretionary',
    row: row.row,
  };
}

/** Rows of unknown accounts or securities are left out. */
function holdingsByAccount({ tables, securities, findAccount }: AccountInputs): Map<string, Held> {
  const findSymbol = symbolFinder(securities);
  const rows = new Map<string, HoldingRow[]>();
  for (const row of tables.holdings) {
    const id = findAccount(row.accountId);
    const security = securities.get(findSymbol(row.symbol) ?? '');
    if (id === undefined || !security || !Number.isFinite(row.quantity)) continue;
    const entry = { row, security };
    const list = rows.get(id);
    if (list) list.push(entry);
    else rows.set(id, [entry]);
  }
  return new Map([...rows].map(([id, list]) => [id, heldOf(id, list)]));
}

/** Market value and cash, in dollars. */
function valueOf({ cash, lots }: Held, securities: ReadonlyMap<string, Security>): number {
  return lots.reduce((sum, { symbol, quantity }) => sum + quantity * securities.get(symbol)!.price, cash);
}

/** Restricted values in the spelling of Securities; tags and screens have their own sheets and are compared without case. */
function spellingOf(securities: ReadonlyMap<string, Security>): Spell {
  const all = [...securities.values()];
  const symbol = symbolFinder(securities);
  const plain = (value: string): string => value.trim();
  const spell: Record<RestrictionSubject, (value: string) => string> = {
    Symbol: (value) => symbol(value) ?? value.trim(),
    'Asset class': oneSpelling(all.map(({ assetClass }) => assetClass)),
    Sector: oneSpelling(all.map(({ sector }) => sector)),
    Issuer: oneSpelling(all.map(({ issuer }) => issuer)),
    Tag: plain,
    Screen: plain,
  };
  return (on, value) => spell[on](value);
}
