import type { z } from 'zod';
import { issueSchema } from '../api/run-request';
import { tableNames, type TableName } from '../contract';
import { rowSchema } from '../contract/schema';
import type { Issue } from '../issue';
import { headerSchema, type BookHeader } from './header';

/** A row that is not as the contract says: what zod found, and the row as it was sent. */
export interface BadRow {
  readonly line: number;
  readonly table: TableName;
  readonly row: Readonly<Record<string, unknown>>;
  readonly error: z.ZodError;
}

/** What reading tells while it goes on. */
export interface LineListener {
  /** A line that is not a row of any table; nothing of it is quoted. */
  badLine(line: number, problem: string): void;
  badRow(bad: BadRow): void;
  /** Takes a row that is to lie elsewhere than in memory; true when it did. */
  take?(table: TableName, row: object): boolean;
}

type Row = { row?: number };

/** Reads a book file line by line. Rows get their line as row number; bad lines are told and left out. */
export class LineReader {
  header: BookHeader | undefined;
  readonly rows = new Map<TableName, object[]>();
  /** What reading a workbook had found before the file was made. */
  readonly issues: Issue[] = [];
  /** Rows met by table, bad ones too. */
  readonly met = new Map<TableName, number>();
  private line = 0;

  constructor(private readonly listener: LineListener) {}

  add(text: string): void {
    this.line += 1;
    const trimmed = this.line === 1 ? text.replace(/^\uFEFF/, '') : text;
    if (trimmed.trim() === '') return;
    const value = parse(trimmed);
    if (this.header === undefined) this.addHeader(value);
    else if (isObject(value)) this.addRow(value);
    else this.listener.badLine(this.line, 'is not a JSON object');
  }

  /** Without a header nothing that follows can be trusted. */
  get isHopeless(): boolean {
    return this.line > 0 && this.header === undefined && this.refused;
  }

  private refused = false;

  private addHeader(value: unknown): void {
    const read = headerSchema.safeParse(value);
    if (read.success) {
      this.header = read.data;
      return;
    }
    this.refused = true;
    const [{ path, message }] = read.error.issues;
    this.listener.badLine(this.line, `is not the header of a book file${path.length > 0 ? ` (${path.join('.')}: ${message})` : ''}`);
  }

  private addRow(value: Readonly<Record<string, unknown>>): void {
    const [name, ...others] = Object.keys(value);
    if (others.length > 0 || name === undefined) return this.listener.badLine(this.line, 'must have one name, that of its table');
    if (name === 'issue') return this.addIssue(value.issue);
    const schema = schemas[name as TableName];
    if (!Object.hasOwn(schemas, name)) return this.listener.badLine(this.line, 'names a table that the contract does not have');
    const table = name as TableName;
    this.met.set(table, (this.met.get(table) ?? 0) + 1);
    const row = value[name];
    if (!isObject(row)) return this.listener.badLine(this.line, `is not a row of ${table}`);
    const read = schema.safeParse(row);
    if (!read.success) return this.listener.badRow({ line: this.line, table, row, error: read.error });
    this.keep(table, read.data as Row, this.line);
  }

  /** Takes a row, also one that the listener has mended. */
  keep(table: TableName, row: object, line: number): void {
    if (this.listener.take?.(table, row)) return;
    (row as Row).row = line;
    const rows = this.rows.get(table);
    if (rows) rows.push(row);
    else this.rows.set(table, [row]);
  }

  private addIssue(value: unknown): void {
    const read = issueSchema.safeParse(value);
    if (read.success) this.issues.push(read.data as Issue);
    else this.listener.badLine(this.line, 'is not an issue');
  }
}

const schemas = Object.fromEntries(tableNames.map((name) => [name, rowSchema(name)])) as Readonly<Record<TableName, z.ZodType>>;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
