import { shownValue, type ExplainedLine } from '../explain';
import { text } from './columns';
import type { OutputSheet } from './sheet';
import { tones } from './tones';

/** One line of an account's policy as the sheet has it. */
export interface EffectiveSettingsRow {
  readonly accountId: string;
  readonly section: string;
  readonly item: string;
  readonly value: string;
  readonly from: string;
  readonly changed: string;
  readonly source: string | null;
  readonly note: string | null;
}

/** Every line of an account's policy with the level and the cell it comes from; written when asked for. */
export const effectiveSettingsSheet: OutputSheet<EffectiveSettingsRow> = {
  sheet: 'Effective settings',
  table: 'rb_EffectiveSettings',
  title: 'Effective settings',
  keyLine: 'What holds for an account, and who said so · ● set by somebody, not built in · Source is the cell that decides',
  tabColor: tones.recordTab,
  frozenColumns: 3,
  key: ['accountId', 'section', 'item', 'note'],
  rules: [
    { kind: 'divider', column: 'Section', color: tones.line },
    { kind: 'tint', column: 'Changed', beginsWith: '●', wholeRow: true, color: tones.buy },
    { kind: 'tint', column: 'Section', beginsWith: 'Suspensions', fill: tones.blockedFill },
  ],
  columns: [
    text('accountId', 'Account ID', 13),
    text('section', 'Section', 15),
    text('item', 'Item', 30),
    text('value', 'Value', 26, { note: 'Percentages of account value; in Target of the model with room made for cash.' }),
    text('from', 'From', 11, { note: 'Default, Firm, Group, Household or Account: the level that decides. Model, Product: the firm\'s lists. Run: worked out.' }),
    text('changed', 'Changed', 10, { note: '● set by somebody; blank for what is built in.' }),
    text('source', 'Source', 22, { link: true }),
    text('note', 'Note', 70),
  ],
};

/** Rows of the sheet from an account's lines. */
export function effectiveSettingsRows(accountId: string, lines: readonly ExplainedLine[]): EffectiveSettingsRow[] {
  return lines.map((one) => ({
    accountId, section: one.section, item: one.item, value: shownValue(one), from: one.level, changed: one.changed ? '●' : '', source: one.source, note: one.note,
  }));
}
