import type { CellTable } from '../custodian-file';
import type { Header } from '../table/header';

/** Column names that only NetX360 prints. */
const ownNames = [
  'Snapshot Date', 'Account Type Description', 'Cost (Position)', 'Last Date of Price', 'Fund Class Code', 'Fund Class Description', 'IBD Name', 'IP Name',
  'Cash and Cash Equivalents', 'Net Unrealized Gain/Loss', 'Trade Date Quantity', 'Position CCY', 'Market Value (Position CCY)',
  'Market Price (Position CCY)', 'Market Value (USDE)', 'FX Rate (To USDE)', 'Security Identifier', 'Market Code', 'Sedol',
].map((name) => name.toLowerCase());

/** Column names of the reports on gains, which list lots. */
const lotNames = /^(tax ?lot id|opening date|closing date|disposition method)$/i;

/** How sure we are, 0 to 1, that a table is a list of holdings of NetX360: by its banner, the names of its columns, and the numbers of its balances. */
export function isNetx360Holdings({ cells }: CellTable, header: Header | undefined): number {
  if (!header) return 0;
  const names = cells[header.row].map((cell) => cell.trim());
  if (names.some((name) => lotNames.test(name))) return 0;
  const banner = cells.slice(0, header.row).map(([first]) => first?.trim() ?? '').join('\n');
  if (/^report name\s*:\s*holdings|\bIBD \/ OFF \/ IP\b/im.test(banner)) return 0.98;
  const own = new Set(names.map((name) => name.toLowerCase()).filter((name) => ownNames.includes(name))).size;
  const balances = cells.some((row) => row.some((cell) => /^(USD999997|MONEYMRKT)$/.test(cell.trim()))) ? 2 : 0;
  const page = /^positions$/im.test(banner) && /^account\s*:/im.test(banner) ? 2 : 0;
  return [0.1, 0.3, 0.6, 0.9, 0.95][Math.min(own + balances + page, 4)];
}
