import { date, list, text, whole } from './column';
import { table } from './table';

/**
 * Recipes: how exports were applied, so that the next file of a kind needs no questions. Made and kept by the import; no run reads it
 * and it never leaves the workbook, so it is not one of `tables`.
 */
export const recipes = table({
  name: 'recipes',
  excel: 'rb_Recipes',
  sheet: 'Recipes',
  aliases: [],
  core: false,
  help: 'How files of each kind were imported; the next one of the kind is imported the same way.',
  key: ['recipe'],
  columns: {
    recipe: text('Recipe', { required: true, length: 80, local: true, help: 'The kind of file.', example: 'E*TRADE, portfolio download (CSV)' }),
    targetTable: text('Target table', { local: true, help: 'The table that such files fill.', example: 'Holdings' }),
    headerRow: whole('Header row', { min: 1, local: true, help: 'Row of the headers. Blank: found by their names.', example: 10 }),
    skipRows: whole('Skip rows', { min: 0, local: true, help: 'Rows to leave out below the header. Blank: none.', example: 0 }),
    matchColumns: text('Match columns', { local: true, help: 'As JSON: the format, the Account ID of each account of the file, the facts that such files hold.', example: '{"format":"etrade-portfolio"}' }),
    applyAs: list('Apply as', { 'Replace these accounts': ['Replace'], Add: [], 'Update by key': ['Update'] }, { local: true, help: 'How rows get into the book.', example: 'Replace these accounts' }),
    lastUsed: date('Last used', { local: true, help: 'The day of the last import.', example: '2026-11-20' }),
    by: text('By', { local: true, help: 'Who imported.', example: 'j.lee' }),
  },
});
