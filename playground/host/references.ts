import type { Subject } from './service';

/** Objects the client asked to keep between requests. What is left after `Excel.run` is a leak. */
export class References {
  readonly #byId = new Map<string, Subject>();
  readonly #ids = new WeakMap<Subject, string>();
  #next = 1;

  keep(subject: Subject): void {
    if (this.#ids.has(subject)) return;
    const id = `ref${this.#next++}`;
    this.#ids.set(subject, id);
    this.#byId.set(id, subject);
  }

  release(id: string): void {
    const subject = this.#byId.get(id);
    if (subject) this.#ids.delete(subject);
    this.#byId.delete(id);
  }

  releaseAll(): void {
    for (const id of [...this.#byId.keys()]) this.release(id);
  }

  find(id: string): Subject | undefined {
    return this.#byId.get(id);
  }

  /** `_ReferenceId` of a kept object, nothing of any other. */
  identity(subject: Subject): { _ReferenceId?: string } {
    const id = this.#ids.get(subject);
    return id ? { _ReferenceId: id } : {};
  }

  get count(): number {
    return this.#byId.size;
  }
}
