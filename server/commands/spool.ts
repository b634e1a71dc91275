import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Bytes that wait in memory before they are written. */
const bufferSize = 1024 * 1024;

/** Values by key on disk, in memory only where each lies; the file is gone when the spool is closed. */
export class Spool<Value> {
  private readonly folder = mkdtempSync(join(tmpdir(), 'rebal-spool-'));
  private readonly file = openSync(join(this.folder, 'spool'), 'w+', 0o600);
  /** Offset and length of each value, one after the other. */
  private readonly places = new Map<string, number[]>();
  private waiting: Buffer[] = [];
  private waitingLength = 0;
  private length = 0;

  add(key: string, value: Value): void {
    const bytes = Buffer.from(JSON.stringify(value));
    const places = this.places.get(key);
    if (places) places.push(this.length, bytes.length);
    else this.places.set(key, [this.length, bytes.length]);
    this.length += bytes.length;
    this.waiting.push(bytes);
    this.waitingLength += bytes.length;
    if (this.waitingLength >= bufferSize) this.flush();
  }

  keys(): IterableIterator<string> {
    return this.places.keys();
  }

  has(key: string): boolean {
    return this.places.has(key);
  }

  /** The values of a key, in the order they were added. */
  get(key: string): Value[] {
    this.flush();
    const places = this.places.get(key) ?? [];
    return Array.from({ length: places.length / 2 }, (_, k) => {
      const bytes = Buffer.alloc(places[2 * k + 1]);
      readSync(this.file, bytes, 0, bytes.length, places[2 * k]);
      return JSON.parse(bytes.toString('utf8')) as Value;
    });
  }

  close(): void {
    closeSync(this.file);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private flush(): void {
    if (this.waiting.length === 0) return;
    const bytes = Buffer.concat(this.waiting);
    for (let done = 0; done < bytes.length;) done += writeSync(this.file, bytes, done);
    this.waiting = [];
    this.waitingLength = 0;
  }
}
