import type { Argument } from '../formula/native';
import { fromParser } from '../formula/convert';
import type { FunctionSource } from '../formula/engine';
import type { Position } from '../formula/prepare';
import { areaAt, fullAddress } from '../model/area';
import { CellError, type Value } from '../model/value';
import { type Blank, type FunctionMetadata, marshal, resultValue } from './marshal';
import { CUSTOM_FUNCTION_CATEGORY, type HostMessage } from './wire';

/** `[invocation, succeeded, value, error code]` as the runtime sends it. */
export type InvocationResult = readonly [id: number, ok: boolean, value: unknown, errorCode?: number];

const INVOKE = 1000;
const CANCEL = 1001;

interface Call {
  readonly id: number;
  readonly cancelable: boolean;
  answer?: Value | Value[][];
  used: boolean;
}

/** What the functions need of the host. */
export interface FunctionPort {
  readonly blank: Blank;
  send(messages: readonly HostMessage[]): void;
  /** An answer came: formulas are out of date. */
  answered(): void;
}

/** Add-in functions: registered by functions.json, asked through messages, answered later. */
export class CustomFunctions implements FunctionSource {
  readonly #metadata = new Map<string, FunctionMetadata>();
  readonly #calls = new Map<string, Call>();
  readonly #counts = new Map<string, number>();
  #outbox: HostMessage[] = [];
  #isReady = false;
  #nextCall = 1;
  #nextMessage = 1;

  constructor(private readonly port: FunctionPort) {}

  /** Registers the functions of a functions.json under a namespace, `REBAL`. */
  register(namespace: string, json: string): void {
    const { functions } = JSON.parse(json) as { functions: FunctionMetadata[] };
    for (const each of functions) this.#metadata.set(`${namespace}.${each.name}`.toUpperCase(), each);
    this.port.answered();
  }

  /** Full names of all registered functions, `REBAL.DRIFT`. */
  get names(): string[] {
    return [...this.#metadata.keys()];
  }

  /** Calls that have no answer yet. */
  get pending(): number {
    return [...this.#calls.values()].filter((call) => call.answer === undefined).length;
  }

  /** The runtime listens now; calls made before are sent. */
  ready(): void {
    this.#isReady = true;
    this.#flush();
  }

  has(name: string): boolean {
    return this.#metadata.has(name.toUpperCase());
  }

  begin(): void {
    this.#counts.clear();
    for (const call of this.#calls.values()) call.used = false;
  }

  /** Drops the calls whose formula is gone or has other arguments; the runtime is told to cancel those it still works on. */
  end(): void {
    for (const [key, call] of this.#calls) {
      if (call.used) continue;
      this.#calls.delete(key);
      if (call.answer === undefined && call.cancelable) this.#post(CANCEL, { invocationId: call.id });
    }
    this.#flush();
  }

  call(name: string, args: readonly Argument[], at: Position): Value | Value[][] {
    const metadata = this.#metadata.get(name.toUpperCase())!;
    const values = args.map((argument) => ({ ...argument, value: plain(argument.value) }));
    const ready = marshal(metadata, values, this.port.blank);
    if (ready instanceof CellError) return ready;
    const address = fullAddress(at.sheet.name, areaAt(at.row, at.column));
    const nth = (this.#counts.get(address) ?? 0) + 1;
    this.#counts.set(address, nth);
    // A call with other arguments is another call.
    const key = `${at.sheet.id} ${at.row},${at.column} ${nth} ${JSON.stringify([name, ready])}`;
    const known = this.#calls.get(key);
    if (known) known.used = true;
    return (known ?? this.#invoke(key, metadata, ready, address)).answer ?? new CellError('#BUSY!');
  }

  #invoke(key: string, metadata: FunctionMetadata, values: readonly unknown[], address: string): Call {
    const { cancelable = false, stream = false } = metadata.options ?? {};
    const call: Call = { id: this.#nextCall++, cancelable: cancelable || stream, used: true };
    this.#calls.set(key, call);
    this.#post(INVOKE, [call.id, metadata.id, values, address, (cancelable ? 1 : 0) + (stream ? 2 : 0)]);
    return call;
  }

  /** Takes results; unknown invocations (cancelled meanwhile) are ignored. */
  answer(results: readonly InvocationResult[]): void {
    const calls = new Map([...this.#calls.values()].map((call) => [call.id, call]));
    for (const result of results) {
      const call = calls.get(result[0]);
      if (call) call.answer = resultValue(result);
    }
    this.port.answered();
  }

  #post(type: number, message: unknown): void {
    this.#outbox.push([CUSTOM_FUNCTION_CATEGORY, type, '', JSON.stringify(message), this.#nextMessage++]);
  }

  #flush(): void {
    if (!this.#isReady || this.#outbox.length === 0) return;
    this.port.send(this.#outbox);
    this.#outbox = [];
  }
}

function plain(value: unknown): unknown {
  return Array.isArray(value) ? value.map((row: unknown[]) => row.map(fromParser)) : fromParser(value);
}
