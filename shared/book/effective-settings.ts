import { defaultSettings, settingsCatalogue } from '../contract/settings-catalogue';
import type { Account } from './book';
import { nameKey } from './names';
import type { Row } from './rows';
import type { Origin, Settings } from './settings';

/** An account's settings, and for each of them the level and row it came from. */
export interface EffectiveSettings {
  readonly settings: Settings;
  readonly origins: Readonly<Record<keyof Settings, Origin>>;
}

type Whom = Pick<Account, 'id' | 'group'>;

/**
 * Returns the effective settings of an account: built-in default, then Firm, Group and Account; of each setting the most
 * specific filled cell counts. A blank cell inherits; `none` switches the limit off and stops inheritance.
 * Of two rows for one scope the upper one counts, cell by cell. Accounts without a row of their own share one object per group.
 */
export function settingsFinder(rows: readonly Row<'settings'>[]): (account: Whom) => EffectiveSettings {
  const byScope = new Map<string, Row<'settings'>[]>();
  for (const row of [...rows].sort((a, b) => (a.row ?? 0) - (b.row ?? 0))) {
    const key = scopeKey(row.scope, row.scopeId);
    const list = byScope.get(key);
    if (list) list.push(row);
    else byScope.set(key, [row]);
  }
  const below = (upper: EffectiveSettings, key: string): EffectiveSettings =>
    (byScope.get(key) ?? []).reduceRight<EffectiveSettings>(withRow, upper);
  const firm = below(builtIn, scopeKey('Firm'));
  const groups = new Map<string, EffectiveSettings>();
  return ({ id, group }) => {
    const key = group?.trim() ? scopeKey('Group', group) : '';
    const upper = groups.get(key) ?? (key ? below(firm, key) : firm);
    groups.set(key, upper);
    return below(upper, scopeKey('Account', id));
  };
}

/** The effective settings of one account, see {@link settingsFinder}. */
export function effectiveSettings(rows: readonly Row<'settings'>[], account: Whom): EffectiveSettings {
  return settingsFinder(rows)(account);
}

const keys = Object.keys(settingsCatalogue) as (keyof Settings)[];

const builtIn: EffectiveSettings = {
  settings: defaultSettings,
  origins: Object.fromEntries(keys.map((key) => [key, { level: 'Default' }])) as unknown as EffectiveSettings['origins'],
};

const scopeKey = (scope: Row<'settings'>['scope'], id = ''): string => (scope === 'Firm' ? scope : `${scope} ${nameKey(id)}`);

/** Lays the filled cells of one row over what is inherited. */
function withRow({ settings, origins }: EffectiveSettings, row: Row<'settings'>): EffectiveSettings {
  const cells: Partial<Record<keyof Settings, Settings[keyof Settings]>> = {};
  const places: Partial<Record<keyof Settings, Origin>> = {};
  for (const key of keys) {
    const cell = row.values[key];
    if (cell === undefined || cell === null) continue;
    cells[key] = cell === 'none' ? undefined : cell;
    places[key] = { level: row.scope, row: row.row };
  }
  return { settings: { ...settings, ...(cells as Partial<Settings>) }, origins: { ...origins, ...places } };
}
