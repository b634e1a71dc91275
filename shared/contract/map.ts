import { list, text } from './column';
import { table } from './table';

/**
 * Map: which of the user's own tables and columns stand for those of the contract, and how their cells are changed on the way in.
 * Reading obeys it; no run reads it and it never leaves the workbook, so it is not one of `tables`.
 */
export const map = table({
  name: 'map',
  excel: 'rb_Map',
  sheet: 'Setup',
  aliases: [],
  core: false,
  help: 'Which of your tables and columns stand for those of the contract. Change it freely; a row that is gone is matched by its header again.',
  key: ['contractTable', 'contractColumn'],
  columns: {
    contractTable: text('Contract table', { required: true, local: true, help: 'A table of the contract.', example: 'Holdings' }),
    contractColumn: text('Contract column', { required: true, local: true, help: 'A column of that table.', example: 'Quantity' }),
    yourTable: text('Your table', { required: true, local: true, help: 'Your sheet, or your Excel table. Which table of a sheet is meant is told by the columns.', example: 'Tax lots' }),
    yourColumn: text('Your column', { local: true, help: 'Your header; both of its rows when it takes two. With Fixed value: the value.', example: 'Shares held' }),
    change: list('Change', {
      None: ['No', 'As it is'],
      '÷100': ['/100', ':100', 'Divide by 100'],
      '×−1': ['x-1', '×-1', '*-1', 'Turn the sign'],
      'Text→date DMY': ['DMY', 'Text to date DMY'],
      'Text→date MDY': ['MDY', 'Text to date MDY'],
      'Text→date YMD': ['YMD', 'Text to date YMD'],
      'Text→number': ['Text to number'],
      'Fixed value': ['Fixed', 'Constant'],
      'Section title': ['Title above the rows'],
      'Left aside': ['Not used', 'Ignore'],
    }, {
      local: true,
      help: 'What is done to each cell when it is read; your cells stay as they are. Section title: the value stands alone in a row above its rows. Left aside: that column is not this one.',
      example: 'None',
    }),
    learnedFrom: text('Learned from', { local: true, help: 'Why the row is here: a guess and how sure it was, or where it was used before.', example: 'Guess, 93 % sure: the header says “Shares held”' }),
  },
});
