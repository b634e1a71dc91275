import { expect, it } from '@jest/globals';
import { ownSheets } from '../../shared/mapping/test-own-book';
import { MemoryWorkbook } from '../../shared/workbook/memory';
import type { Cell, Region, RegionName } from '../../shared/workbook/port';
import { createSession } from './create-session';
import type { OpenWorkbook, Surroundings } from './ports';

/** The port with what a look and an adoption ask of an open workbook. */
class OpenMemory extends MemoryWorkbook {
  async survey(wanted: (region: RegionName) => boolean) {
    const { regions } = await this.read(wanted);
    return { regions: regions.map((region) => ({ ...region, values: region.values.slice(0, 3), rows: region.values.length })), empty: false };
  }
  afterCellEdit = async (): Promise<void> => undefined;
  onChanged = async () => async (): Promise<void> => undefined;
  calculatesByHand = async (): Promise<boolean> => false;
}

async function openBook(changes: Readonly<Record<string, readonly (readonly Cell[])[]>> = {}) {
  const regions = Object.entries({ ...ownSheets, ...changes }).map(([sheet, values]): Region => ({ sheet, top: 1, left: 1, values }));
  const faults: unknown[] = [];
  const session = createSession({
    workbook: new OpenMemory({ regions, names: { rb_AsOf: '2026-11-20' } }) as unknown as OpenWorkbook,
    service: undefined as unknown as Surroundings['service'],
    memory: { get: () => undefined, set: () => undefined },
    now: () => new Date(2026, 10, 20, 9, 31),
    onFault: (fault) => faults.push(fault),
  });
  await session.look();
  const missing = (): string[] => session.store.get().tables.flatMap((table) => (table.missing ? [table.title] : []));
  return { session, faults, missing };
}

it('adopts a workbook with its own words: the look finds the tables, the check finds nothing that stops', async () => {
  const { session, faults, missing } = await openBook();
  expect(missing()).toContain('Accounts');
  const proposal = await session.proposeMap();
  expect(proposal?.tables.map(({ yourTable }) => yourTable)).toEqual(['Clients', 'Tax lots', 'Prices', 'Policy']);
  await session.adopt([]);
  expect(faults).toEqual([]);
  expect(session.store.get().notice?.text).toMatch(/^Accounts is Clients, Holdings is Tax lots, /);
  expect(missing()).toEqual([]);
  await session.check();
  expect(session.store.get().check?.issues.filter(({ severity }) => severity === 'stop')).toEqual([]);
  expect(session.store.get().check?.accounts).toEqual(['4471-0093', '4471-0088', '5530-2217']);
});

it('says so when nothing looks like a table of the contract', async () => {
  const nothing = Object.fromEntries(Object.keys(ownSheets).map((name) => [name, [['x'], [1]]]));
  const { session } = await openBook(nothing);
  await session.adopt([]);
  expect(session.store.get().notice).toMatchObject({ intent: 'warning', text: expect.stringMatching(/^Nothing looks enough like/) });
});
