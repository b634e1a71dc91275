import type { Cell } from '../../workbook/port';

/** True for a cell that holds nothing, or nothing but spaces. */
export const isBlank = (cell: Cell | undefined): boolean => cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
