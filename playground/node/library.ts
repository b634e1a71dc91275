import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Host } from '../host/host';
import type { HostMessage } from '../host/wire';

/** A message between library and host, in the library's own envelope: 1 request, 3 events. */
interface Envelope {
  readonly id: number;
  readonly type: number;
  readonly flags?: number;
  readonly message: { readonly body?: unknown };
}

/** The hook the library offers to native hosts. */
interface Bridge {
  onMessageFromHost?: (text: string) => void;
  sendMessageToHost(text: string): void;
}

/** What the library leaves behind once it is loaded. */
export interface Library {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
}

const REQUEST = 1;
const EVENTS = 3;
/** Request flag of `delayForCellEdit`. */
const MAY_WAIT = 64;

let current: Host | undefined;
let loaded: Library | undefined;

/**
 * Loads the unmodified Excel library once and connects it to `host` from now on.
 * It runs in this realm: arrays from another realm would not be arrays to a test.
 */
export function connectLibrary(host: Host): Library {
  current = host;
  loaded ??= load();
  host.deliver = (messages) => deliver(messages);
  return loaded;
}

const bridge: Bridge = {
  sendMessageToHost: (text) => void answer(JSON.parse(text) as Envelope),
};

async function answer({ id, flags = 0, message }: Envelope): Promise<void> {
  const host = current!;
  const body = typeof message.body === 'string' ? message.body : JSON.stringify(message.body);
  const reply = await host.request(body, (flags & MAY_WAIT) !== 0);
  const response = 'body' in reply ? { statusCode: 200, headers: {}, body: reply.body } : refused(reply.refusal);
  bridge.onMessageFromHost?.(JSON.stringify({ id, type: REQUEST, message: response }));
}

/** A refusal in the form this way of transport knows: an HTTP status with an error body. */
function refused(refusal: number): { statusCode: number; headers: object; body: string } {
  const [statusCode, code, message] = REFUSALS[refusal] ?? [500, 'GeneralException', `Refused with ${refusal}.`];
  return { statusCode, headers: {}, body: JSON.stringify({ error: { code, message } }) };
}

const REFUSALS: Readonly<Record<number, readonly [number, string, string]>> = {
  5004: [
    400,
    'InvalidOperationInCellEditMode',
    'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
  ],
  5012: [408, 'InvalidOrTimedOutSession', 'The session is no longer valid.'],
  5102: [429, 'ActivityLimitReached', 'Activity limit has been reached.'],
  5103: [400, 'RequestPayloadSizeLimitExceeded', 'The payload size of the request has exceeded the limit.'],
  5104: [400, 'ResponsePayloadSizeLimitExceeded', 'The payload size of the response has exceeded the limit.'],
  7000: [403, 'AccessDenied', 'The add-in has no permission for this.'],
};

function deliver(messages: readonly HostMessage[]): void {
  if (messages.length > 0) bridge.onMessageFromHost?.(JSON.stringify({ type: EVENTS, message: { entries: messages } }));
}

/** What the library's file touches while it starts; a page would have them. They are gone again before a test runs. */
const pageGlobals = {
  window: globalThis,
  document: { getElementById: () => null, getElementsByTagName: () => [] },
  navigator: { userAgent: 'Node', platform: 'Node' },
  location: { href: 'https://localhost/', search: '', hash: '' },
};

/** Runs the library's file in this realm. Indirect eval does that also inside jest's sandbox; node:vm would not. */
function load(): Library {
  const file = createRequire(__filename).resolve('@microsoft/office-js/dist/excel-web-16.00.debug.js');
  const globals = globalThis as unknown as Record<string, unknown>;
  const added = Object.entries(pageGlobals).filter(([name]) => !(name in globals));
  globals._richApiNativeBridge = bridge;
  for (const [name, value] of added) globals[name] = value;
  try {
    // eslint-disable-next-line no-eval -- the library's own file, in this realm
    (0, eval)(`${readFileSync(file, 'utf8')}\n//# sourceURL=${file}`);
  } finally {
    for (const [name] of added) delete globals[name];
  }
  return globals as unknown as Library;
}
