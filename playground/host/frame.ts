import { appContext } from './app-context';
import type { Answer, Host } from './host';
import type { HostMessage } from './wire';

/** A message of the library's conversation between frames. */
interface FrameMessage {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _actionType?: number;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data?: unknown;
}

interface MethodCall {
  readonly DdaMethod?: { readonly DispatchId: number };
  readonly ArrayData?: readonly unknown[];
  readonly Properties?: unknown;
  readonly [key: string]: unknown;
}

const RESPONSE = 1;
const FOR_CALLING = 0;
const FOR_EVENTING = 1;
const REGISTER = 1;

/** Dispatch numbers of the methods a task pane calls. */
const Dispatch = { loadSettings: 75, saveSettings: 76, richApi: 93, commandCompleted: 94 } as const;
/** Request flag of `delayForCellEdit`. */
const MAY_WAIT = 64;
const INTERNAL_ERROR = 5001;

const RICH_API_EVENT = 'richApiMessage';
const COMMAND_EVENT = 'appCommandInvoked';

/** The window the add-in runs in: its messages go there, and only its messages are heard. */
export interface FramePort {
  readonly conversation: string;
  readonly control: string;
  readonly origin: string;
  post(message: string): void;
}

/** Speaks the library's frame protocol for one add-in frame. */
export class AddInFrame {
  readonly #registered = new Set<string>();
  readonly #commands = new Map<string, (status: number) => void>();
  #waiting: HostMessage[] = [];
  readonly #waitingCommands: (() => void)[] = [];
  /** Called for what the add-in tells the host to do, `EscExit` and the like, by number. */
  onNotify: (action: number) => void = () => undefined;
  /** Called once the library is ready for ribbon commands. */
  onCommandsReady: () => void = () => undefined;

  constructor(
    readonly host: Host,
    private readonly port: FramePort,
  ) {
    host.deliver = (messages) => this.#deliver(messages);
  }

  /** Takes a window message; false when it is not from this add-in. */
  async receive(data: unknown, origin: string): Promise<boolean> {
    if (typeof data !== 'string' || origin !== this.port.origin) return false;
    const message = parse(data);
    if (!message || message._messageType !== 0 || message._conversationId !== this.port.conversation) return false;
    this.#respond(message, await this.#answer(message));
    return true;
  }

  /** Runs a ribbon command's function, once the add-in listens; resolves with the status when the add-in says it is completed. */
  runCommand(functionName: string, controlId: string): Promise<number> {
    const id = `${controlId}-${this.#commands.size + 1}`;
    const send = (): void => this.#send(COMMAND_EVENT, { 0: id, 1: functionName, 2: JSON.stringify({ source: { id: controlId } }) });
    if (this.#registered.has(COMMAND_EVENT)) send();
    else this.#waitingCommands.push(send);
    return new Promise((resolve) => this.#commands.set(id, resolve));
  }

  async #answer(message: FrameMessage): Promise<unknown> {
    const { _actionName: name, _data: data } = message;
    if (message._actionType !== undefined && message._actionType > 0) return this.#register(name, message._actionType);
    if (name === 'ContextActivationManager_getAppContextAsync')
      return appContext(this.port.control, this.host.workbook.name, this.#documentSettings());
    if (name === 'ContextActivationManager_notifyHost') return this.onNotify((data as [string, number])[1]);
    if (name === 'executeMethod') return this.#execute(data as MethodCall);
    this.host.warn(`${name} is not known.`);
    return null;
  }

  #register(event: string, actionType: number): unknown {
    if (actionType === REGISTER) this.#registered.add(event);
    else this.#registered.delete(event);
    if (event === RICH_API_EVENT && this.#waiting.length > 0) setTimeout(() => this.#deliver(this.#waiting.splice(0)), 0);
    if (event === COMMAND_EVENT && actionType === REGISTER) setTimeout(() => this.#commandsReady(), 0);
    return { Version: 1, Error: 0 };
  }

  #commandsReady(): void {
    for (const send of this.#waitingCommands.splice(0)) send();
    this.onCommandsReady();
  }

  async #execute(call: MethodCall): Promise<unknown> {
    switch (call.DdaMethod?.DispatchId) {
      case Dispatch.richApi:
        return this.#richApi(call.ArrayData ?? []);
      case Dispatch.commandCompleted:
        return this.#completed(call);
      case Dispatch.loadSettings:
        return { Version: 1, Error: 0, Properties: { Settings: [...this.#documentSettings()].map(([Name, Value]) => ({ Name, Value })) } };
      case Dispatch.saveSettings:
        return this.#saveSettings(call);
      default:
        this.host.warn(`Method ${call.DdaMethod?.DispatchId} is not known.`);
        return { Version: 1, Error: INTERNAL_ERROR };
    }
  }

  async #richApi(request: readonly unknown[]): Promise<unknown> {
    const [body, flags] = [request[4] as string, Number(request[6] ?? 0)];
    const answer: Answer = await this.host.request(body, (flags & MAY_WAIT) !== 0);
    return 'body' in answer ? { Version: 1, Error: 0, Data: [200, [], answer.body] } : { Version: 1, Error: answer.refusal };
  }

  #completed(call: MethodCall): unknown {
    const [id, status] = [String(call['0']), Number(call['1'])];
    this.#commands.get(id)?.(status);
    this.#commands.delete(id);
    return { Version: 1, Error: 0 };
  }

  #documentSettings(): ReadonlyMap<string, unknown> {
    return this.host.documentSettings;
  }

  #saveSettings(call: MethodCall): unknown {
    const request = call.DdaSettingsMethod as { Properties?: readonly [string, unknown][] } | undefined;
    this.host.documentSettings.clear();
    for (const [key, value] of request?.Properties ?? (call.Properties as [string, unknown][] | undefined) ?? [])
      this.host.documentSettings.set(key, value);
    return { Version: 1, Error: 0 };
  }

  #deliver(messages: readonly HostMessage[]): void {
    if (messages.length === 0) return;
    if (!this.#registered.has(RICH_API_EVENT)) this.#waiting.push(...messages);
    else this.#send(RICH_API_EVENT, { ArrayData: messages });
  }

  #send(event: string, data: unknown): void {
    this.#post({ _actionName: event, _correlationId: 0, _errorCode: 0, _responseType: FOR_EVENTING, _data: data });
  }

  #respond({ _actionName, _correlationId }: FrameMessage, data: unknown): void {
    this.#post({ _actionName, _correlationId, _errorCode: 0, _responseType: FOR_CALLING, _data: data ?? null });
  }

  #post(message: Record<string, unknown>): void {
    this.port.post(
      JSON.stringify({
        _messageType: RESPONSE,
        _conversationId: this.port.conversation,
        _origin: this.port.origin,
        _serializerVersion: 1,
        ...message,
      }),
    );
  }
}

function parse(text: string): FrameMessage | undefined {
  try {
    const message = JSON.parse(text) as FrameMessage | null;
    return typeof message === 'object' && message !== null && '_actionName' in message ? message : undefined;
  } catch {
    return undefined;
  }
}
