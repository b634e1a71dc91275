import { readTables } from '../../shared/contract/parse';
import { counted } from '../../shared/counted';
import { readInput } from '../../shared/mapping/read-input';
import { applyRepairs, type Applied } from '../../shared/repairs/apply';
import { chooseRepairs, chooseTicked, parseWishes, type Choice } from '../../shared/repairs/choose';
import { proposeRepairs } from '../../shared/repairs/propose';
import type { Repair } from '../../shared/repairs/repair';
import { readTicks } from '../../shared/repairs/ticked';
import { cellWords, repairLines, repairTitle } from '../../shared/repairs/words';
import { dataIssuesSheet, MOST_ISSUES } from '../../shared/sheets';
import { issueRows } from '../../shared/sheets/issue-rows';
import { readOutputs } from '../../shared/sheets/previous-outputs';
import { sheetContent } from '../../shared/sheets/sheet';
import type { XlsxWorkbook } from '../xlsx';
import { checkLines, type Checked } from './check';
import { CommandError } from './command-error';
import { checkWritable, readWorkbook, writeFiles } from './files';
import { allIssues, checkDay, readBook, today } from './read-book';

export interface FixOptions {
  /** Workbook to write. */
  readonly fix: string;
  /** `H09,G09:day`; absent: what changes no figure. */
  readonly codes?: string;
  /** Only the lines of Data issues whose Apply is ticked. */
  readonly ticked?: boolean;
  readonly asOf?: string;
}

/** `rebal check BOOK.xlsx --fix OUT.xlsx`: writes repairs into a copy, lists every cell that changed, and checks the copy. */
export async function fix(path: string, { fix: out, codes, ticked, asOf }: FixOptions): Promise<Checked> {
  if (codes !== undefined && ticked) throw new CommandError('--codes and --ticked exclude each other. Name one of them.');
  if (asOf !== undefined) checkDay(asOf, today());
  await checkWritable(out);
  const workbook = await readWorkbook(path);
  const content = await readInput(workbook);
  const repairs = proposeRepairs(content, { asOf: asOf ?? readTables(content).asOf ?? today() });
  const { chosen, open } = ticked ? await tickedRepairs(workbook, repairs) : chooseRepairs(repairs, codes === undefined ? undefined : knownWishes(codes));
  const applied = await applyRepairs(workbook, chosen, new Date());
  const { lines, status } = await checkAgain(workbook, asOf);
  await writeFiles([{ path: out, bytes: await workbook.save() }]);
  return { lines: [...changeLines(applied, out), ...openLines(open), ...lines], status };
}

function knownWishes(codes: string): ReturnType<typeof parseWishes> {
  const wishes = parseWishes(codes);
  const wrong = wishes.find(({ code }) => !/^[A-Z]\d\d$/.test(code));
  if (wishes.length === 0 || wrong) throw new CommandError(`--codes takes codes separated by commas, such as H09,G09:day${wrong ? `, not "${wrong.code}"` : ''}.`);
  return wishes;
}

async function tickedRepairs(workbook: XlsxWorkbook, repairs: readonly Repair[]): Promise<Choice> {
  const ticks = await readTicks(workbook);
  if (ticks.count === 0) throw new CommandError('No line of Data issues is ticked. Choose TRUE in its column Apply, and save the workbook.');
  return chooseTicked(repairs, ticks.isTicked);
}

function changeLines({ written, formulas }: Applied, out: string): string[] {
  return [
    ...written.map(cellWords),
    ...formulas.map((cell) => `${cellWords(cell)}  left as it is: the cell holds a formula`),
    `${written.length === 0 ? 'Nothing was mended.' : `Mended ${counted(written.length, 'cell')}.`} Wrote ${out}`,
  ];
}

/** What waits for a person, with its first cells. */
function openLines(open: readonly Repair[]): string[] {
  if (open.length === 0) return [];
  return ['Proposed, and not written; name them with --codes:', ...open.flatMap((repair) => [`  ${repairTitle(repair)}`, ...repairLines(repair).map((line) => `    ${line}`)])];
}

/** Checks what was written; a sheet of issues that the book has shows it too. */
async function checkAgain(workbook: XlsxWorkbook, asOf: string | undefined): Promise<Checked> {
  const book = await readBook(workbook, asOf, today());
  const issues = allIssues(book);
  const previous = await readOutputs(workbook, ['dataIssues']);
  if (previous.hasIssuesSheet) {
    const rows = previous.keepIssues(issueRows(issues), today()).slice(0, MOST_ISSUES);
    await workbook.write([sheetContent(dataIssuesSheet, rows, `Checked ${today()} · as of ${book.asOf} · ${counted(issues.length, 'problem')}`)]);
  }
  return checkLines(book, issues);
}
