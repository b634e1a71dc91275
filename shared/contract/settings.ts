import { date, list, text } from './column';
import { table } from './table';

/** Settings: a matrix of scopes and settings; a blank cell inherits. Its further columns come from the settings catalogue. */
export const settings = table({
  name: 'settings',
  excel: 'rb_Settings',
  sheet: 'Settings',
  aliases: ['Setting', 'Parameters', 'Preferences'],
  core: false,
  help: 'One row per scope that differs, one column per setting in use. Blank inherits; none switches a limit off.',
  key: ['scope', 'scopeId'],
  open: true,
  columns: {
    scope: list('Scope', { Firm: ['All', 'Global', 'Default'], Group: [], Account: ['Acct'] }, { required: true, aliases: ['Level', 'Applies to'], help: 'Whom the row is for.', example: 'Group' }),
    scopeId: text('Scope ID', { identifier: 'id', length: 60, aliases: ['ID', 'Scope name', 'Account ID', 'Group'], help: 'Which group or account; blank for Firm.', example: 'Core' }),
    reason: text('Reason', { length: 200, local: true, aliases: ['Why', 'Note', 'Notes'], help: 'Why the row differs; stays in the workbook.', example: 'Client letter' }),
    changedBy: text('Changed by', { length: 60, local: true, aliases: ['By', 'Edited by'], help: 'Who changed the row; stays in the workbook.', example: 'M. Chen' }),
    changedOn: date('Changed on', { aliases: ['Changed', 'Edited on'], help: 'The day of the change.', example: '2026-10-02' }),
  },
});
