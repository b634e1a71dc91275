import type { Severity } from '../../shared/issue';

/** What reading the cells itself reports, before tables can be checked: code, worst severity, what it catches. */
export const readingChecks: Readonly<Record<string, readonly [Severity, string]>> = {
  G01: ['stop', 'core table missing'],
  G02: ['stop', 'required column missing; a blank cell in one leaves the account out'],
  G03: ['stop', 'two columns match the same field'],
  G04: ['skip', 'cell shows an Excel error'],
  G05: ['stop', 'cell is still loading'],
  G06: ['skip', 'number stored as text (read, with a warning), or text where a number belongs'],
  G07: ['warn', 'stray spaces or quotes, or a text that is too long'],
  G08: ['warn', 'percentage looks a hundred times too big'],
  G09: ['stop', 'date is text that can be read in two ways'],
  G10: ['stop', 'impossible date, or dates that count from 1904'],
  G11: ['skip', 'value not in the list or outside its range; the nearest is offered'],
  G13: ['info', 'blank rows left out'],
  G15: ['warn', 'row of totals, note, other table, or merged cells, inside the table'],
  G17: ['info', 'inputs changed while they were read; they were read again'],
  G19: ['info', 'example row of a template; it counts once a cell of it is changed'],
  G20: ['stop', 'workbook of a newer version of the contract; an older one is read as ours'],
  H10: ['stop', 'identifier Excel has turned into a number: the original is gone, import again'],
};
