import { recipes } from '../../shared/contract/recipes';
import { counted } from '../../shared/counted';
import type { ColumnChoice } from '../../shared/imports/generic/guess-columns';
import { applyImport } from '../../shared/imports/into/apply-import';
import type { ImportMode } from '../../shared/imports/into/holding-changes';
import { filesOnce, type ReadExport } from '../../shared/imports/into/open-files';
import { planImport, type ImportPlan } from '../../shared/imports/into/plan-import';
import { localDay } from '../../shared/local-day';
import { auditSheet } from '../../shared/sheets';
import type { EditableWorkbook } from '../../shared/workbook/cell-edits';
import { canonicalJson } from '../../shared/workbook/fingerprint';
import { importStops, openAccounts, type ImportSource, type ImportState, type ImportStep } from './import-state';
import { lookAtFile } from './look-at-file';
import type { Surroundings } from './ports';
import { readOnce } from './read-once';
import { readSources } from './read-sources';
import type { Notice } from './state';
import type { Store } from './store';
import type { Task } from './work';

/** The import's pieces of work. */
export interface ImportTasks {
  add(sources: readonly ImportSource[]): Task;
  remove(file: number): Task;
  chooseAccount(file: number, fileAccount: string, accountId: string | undefined): Task;
  chooseColumn(file: number, choice: ColumnChoice): Task;
  chooseMode(mode: ImportMode): Task;
  readonly apply: Task;
}

/** What is asked for: files with the user's choices, and how to apply them. */
type Asked = Pick<ImportState, 'files' | 'mode'>;

export function importing(surroundings: Surroundings, store: Store, look: () => Promise<void>): ImportTasks {
  return new Importing(surroundings, store, look);
}

class Importing implements ImportTasks {
  private seen: { readonly changes: number; readonly book: EditableWorkbook } | undefined;

  constructor(private readonly surroundings: Surroundings, private readonly store: Store, private readonly look: () => Promise<void>) {}

  add(sources: readonly ImportSource[]): Task {
    return async (signal) => {
      this.store.tell({ is: 'reading', then: 'import' });
      const { importing: present } = this.store.get();
      const files = await readSources(present?.files ?? [], sources, signal);
      await this.afterCellEdit(signal);
      await this.plan({ files, mode: present?.mode }, signal);
    };
  }

  remove(file: number): Task {
    return this.change(file, () => undefined);
  }

  chooseAccount(file: number, fileAccount: string, accountId: string | undefined): Task {
    return this.change(file, (one) => {
      const { [fileAccount]: _before, ...others } = one.accounts ?? {};
      return { ...one, accounts: accountId === undefined ? others : { ...others, [fileAccount]: accountId } };
    });
  }

  chooseColumn(file: number, choice: ColumnChoice): Task {
    return this.change(file, (one) => {
      const before = one.columns ?? this.store.get().importing?.plan.files[file].columns ?? [];
      return { ...one, columns: [...before.filter((other) => !isSameColumn(other, choice)), choice] };
    });
  }

  chooseMode(mode: ImportMode): Task {
    return async (signal) => {
      const { importing: present } = this.store.get();
      if (!present) return this.store.tell({ is: 'ended' });
      await this.plan({ files: present.files, mode }, signal, present.step);
    };
  }

  /** Compares once more before it writes: nothing is written on other grounds than the user has seen. */
  readonly apply: Task = async (signal) => {
    const { store, surroundings } = this;
    const { importing: present } = store.get();
    if (!present || importStops(present) > 0) return store.tell({ is: 'ended' });
    await this.afterCellEdit(signal);
    store.tell({ is: 'checking', then: 'import' });
    const fresh = await planImport(surroundings.workbook, present.files, { mode: present.plan.preview.mode });
    signal.throwIfAborted();
    this.seen = undefined;
    if (canonicalJson(fresh.edits) !== canonicalJson(present.plan.edits)) {
      store.tell({ is: 'import planned', importing: planned(present, fresh, 'preview') });
      return store.tell({ is: 'noticed', notice: changedSince });
    }
    await write(surroundings, store, fresh, present.files);
    await this.look();
    store.tell({ is: 'import applied', notice: outcome(fresh, filesOnce(present.files).length) });
  };

  /** Plans again with one file changed; `alter` gives undefined to leave it out. */
  private change(at: number, alter: (file: ReadExport) => ReadExport | undefined): Task {
    return async (signal) => {
      const { importing: present } = this.store.get();
      if (!present) return this.store.tell({ is: 'ended' });
      const files = present.files.flatMap((file, k) => (k === at ? (alter(file) ?? []) : file));
      if (files.length === 0) return this.store.tell({ is: 'import left' });
      await this.plan({ files, mode: present.mode }, signal, present.step);
    };
  }

  private async plan(asked: Asked, signal: AbortSignal, step?: ImportStep): Promise<void> {
    this.store.tell({ is: 'checking', then: 'import' });
    const made = await planImport(this.bookAsSeen(), asked.files, { mode: asked.mode }).catch((fault: unknown) => {
      this.seen = undefined;
      throw fault;
    });
    signal.throwIfAborted();
    this.store.tell({ is: 'import planned', importing: planned(asked, made, step) });
  }

  /** The workbook as last read, unless someone has typed since. */
  private bookAsSeen(): EditableWorkbook {
    const { changes } = this.store.get();
    if (this.seen?.changes !== changes) this.seen = { changes, book: readOnce(this.surroundings.workbook) };
    return this.seen.book;
  }

  private afterCellEdit(signal: AbortSignal): Promise<void> {
    return this.surroundings.workbook.afterCellEdit(() => this.store.tell({ is: 'waiting for cell edit', then: 'import' }), signal);
  }
}

/** Files of kinds that were imported before, with nothing left to say, need no look. */
function planned({ files, mode }: Asked, plan: ImportPlan, step?: ImportStep): ImportState {
  const state = { files, mode, plan, looks: plan.files.map(lookAtFile) };
  const isClear = plan.files.every(({ isKnown }) => isKnown) && openAccounts(state) === 0 && importStops(state) === 0;
  return { ...state, step: step ?? (isClear ? 'preview' : 'look') };
}

const isSameColumn = (one: ColumnChoice, other: ColumnChoice): boolean => one.header.trim().toLowerCase() === other.header.trim().toLowerCase() && (one.column === undefined || one.column === other.column);

const changedSince: Notice = { intent: 'warning', text: 'The workbook has changed since you looked. Nothing was written; look at the preview again, then apply.' };

/** Everything in one undo step where Excel knows how to; what can be refused is refused before the first cell. */
async function write({ workbook, now }: Surroundings, store: Store, plan: ImportPlan, files: readonly ReadExport[]): Promise<void> {
  const progress = (done: number, total: number): void => store.tell({ is: 'writing', done, total, then: 'import' });
  progress(0, 0);
  await workbook.refuseProtected([auditSheet.table, recipes.excel, ...plan.edits.sheets.map(({ table }) => table)]);
  const moment = { files: filesOnce(files), now: now(), today: localDay(now()) };
  await workbook.inOneStep((editable) => applyImport(editable, plan, moment), progress);
}

/** `Imported 2 files: 12 rows changed, 3 new, 1 gone. Check the data before you run.` */
function outcome({ preview: { total, transactions } }: ImportPlan, files: number): Notice {
  const parts = [
    `${counted(total.changed, 'row')} changed`,
    `${total.new.toLocaleString('en-US')} new`,
    `${total.gone.toLocaleString('en-US')} gone`,
    ...(transactions.new > 0 ? [counted(transactions.new, 'new transaction')] : []),
  ];
  return { intent: 'success', text: `Imported ${counted(files, 'file')}: ${parts.join(', ')}. Check the data before you run.` };
}
