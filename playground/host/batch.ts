import { Fault, invalidArgument, invalidReference, itemNotFound } from './fault';
import { serviceOf } from './classes';
import type { Host } from './host';
import { located } from './located';
import { query } from './query';
import { type Found, isSubject, type Subject } from './service';
import {
  type Action,
  type ActionResult,
  ActionType,
  type ArgumentInfo,
  type ObjectPath,
  PathType,
  type RequestBody,
  type ResponseBody,
} from './wire';

/** Runs one request: actions in order, until the first fault; what was done before it stays done. */
export function runBatch(body: RequestBody, host: Host): ResponseBody {
  const batch = new Batch(body, host);
  const results: ActionResult[] = [];
  const traces: number[] = [];
  for (const [index, action] of body.Actions.entries()) {
    try {
      if (action.ActionType === ActionType.Trace) traces.push(action.Id);
      results.push({ ActionId: action.Id, Value: batch.run(action) ?? null });
    } catch (cause) {
      if (!(cause instanceof Fault)) throw cause;
      return { Results: results, TraceIds: traces, Error: describe(cause, index) };
    }
  }
  return { Results: results, TraceIds: traces };
}

function describe(fault: Fault, index: number): ResponseBody['Error'] {
  return { Code: fault.code, Message: fault.message, Location: fault.location, ActionIndex: index, HttpStatusCode: fault.status };
}

/** `GetItem` → `getItem`, as locations are spelled. */
const camel = (name: string): string => name.slice(0, 1).toLowerCase() + name.slice(1);
const pascal = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);

class Batch {
  /** Objects by path id; a method path is called once per request. */
  readonly #resolved = new Map<number, Found>();

  constructor(
    readonly body: RequestBody,
    readonly host: Host,
  ) {}

  run(action: Action): unknown {
    switch (action.ActionType) {
      case ActionType.Trace:
        return null;
      case ActionType.Instantiate:
        return this.#instantiate(this.#resolve(action.ObjectPathId));
      case ActionType.Query:
        return query(this.#resolve(action.ObjectPathId), action.QueryInfo ?? {}, this.host);
      case ActionType.SetProperty:
        return this.#set(action.ObjectPathId, action.Name, this.#arguments(action.ArgumentInfo)[0]);
      case ActionType.Update:
        return this.#update(action);
      case ActionType.Method:
        return this.#method(action);
      default:
        throw this.host.unknown(`action type ${action.ActionType}`);
    }
  }

  #instantiate(found: Found): unknown {
    if (!found) return null;
    const { service, state } = serviceOf(found);
    return { ...service.identity?.(state, this.host), ...this.host.references.identity(found) };
  }

  #method(action: Action): unknown {
    if (action.Name === '_KeepReference') return this.#keep(this.#resolve(action.ObjectPathId));
    const target = this.#existing(action.ObjectPathId, action.Name);
    const answer = this.#call(target, action.Name, this.#arguments(action.ArgumentInfo));
    return isSubject(answer) ? this.#instantiate(answer) : answer;
  }

  /** The library tracks null objects too; there is nothing to keep. */
  #keep(found: Found): void {
    if (found) this.host.references.keep(found);
  }

  #update(action: Action): void {
    for (const [name, value] of Object.entries(action.ObjectState ?? {})) this.#set(action.ObjectPathId, pascal(name), value);
  }

  #set(pathId: number, name: string, value: unknown): void {
    const target = this.#existing(pathId, name);
    const { kind, service, state } = serviceOf(target);
    const member = `${kind}.${camel(name)}`;
    const set = service.scalars?.[name]?.set;
    if (!set) throw this.host.unknown(`${member} =`);
    located(member, () => set(state, value, this.host));
    this.host.statistics.written(name, value);
  }

  #call(target: Subject, name: string, args: readonly unknown[]): unknown {
    const { kind, service, state } = serviceOf(target);
    const method = service.methods?.[name];
    if (method) return located(`${kind}.${camel(name)}`, () => method(state, args, this.host));
    const other = service.anyMethod?.(state, name, args, this.host);
    if (other !== undefined) return other;
    const shared = this.#collectionMethod(target, name, args);
    if (shared !== undefined) return shared;
    throw this.host.unknown(`${kind}.${camel(name)}`);
  }

  /** `getItem`, `getItemAt`, `getItemOrNullObject` and `getCount` mean the same in every collection. */
  #collectionMethod(target: Subject, name: string, args: readonly unknown[]): unknown {
    const { kind, service, state } = serviceOf(target);
    const { items, item } = service;
    if (!items && !item) return undefined;
    const find = (): Found => item?.(state, args[0], this.host) ?? null;
    const location = `${kind}.${camel(name)}`;
    switch (name) {
      case 'GetCount':
        return items?.(state, this.host).length;
      case 'GetItemOrNullObject':
        return located(location, find);
      case 'GetItem':
        return located(location, () => find() ?? fail(itemNotFound()));
      case 'GetItemAt':
        return located(location, () => items?.(state, this.host)[args[0] as number] ?? fail(invalidArgument()));
      default:
        return undefined;
    }
  }

  #arguments(info: ArgumentInfo | undefined): readonly unknown[] {
    const args = info?.Arguments ?? [];
    const references = info?.ReferencedObjectPathIds;
    return args.map((argument, index) => this.#argument(argument, references?.[index]));
  }

  #argument(argument: unknown, reference: unknown): unknown {
    if (typeof reference === 'number' && reference > 0) return this.#existing(reference, 'argument');
    if (!Array.isArray(reference) || !Array.isArray(argument)) return argument;
    return argument.map((item, index) => this.#argument(item, reference[index]));
  }

  /** The object of a path; a null object cannot be changed or called. */
  #existing(pathId: number, member: string): Subject {
    const found = this.#resolve(pathId);
    if (found) return found;
    const fault = itemNotFound();
    fault.location = camel(member);
    throw fault;
  }

  #resolve(pathId: number): Found {
    const known = this.#resolved.get(pathId);
    if (known !== undefined) return known;
    const path = this.body.ObjectPaths[pathId];
    if (!path) throw new Fault('InvalidObjectPath', `The object path ${pathId} does not exist.`, 400);
    const found = this.#follow(path);
    this.#resolved.set(pathId, found);
    return found;
  }

  #follow(path: ObjectPath): Found {
    switch (path.ObjectPathType) {
      case PathType.Global:
        return this.host.root;
      case PathType.Null:
        return null;
      case PathType.Reference:
        return this.host.references.find(path.Name) ?? fail(invalidReference());
      case PathType.NewObject:
        return this.host.newObject(path.Name);
      default:
        return this.#followFrom(this.#resolve(path.ParentObjectPathId ?? 0), path);
    }
  }

  #followFrom(parent: Found, path: ObjectPath): Found {
    if (!parent) return null;
    const { kind, service, state } = serviceOf(parent);
    if (path.ObjectPathType === PathType.Property) {
      const link = service.links?.[path.Name];
      if (!link) throw this.host.unknown(`${kind}.${camel(path.Name)}`);
      return located(`${kind}.${camel(path.Name)}`, () => link(state, this.host));
    }
    const name = path.ObjectPathType === PathType.Indexer ? 'GetItem' : path.Name;
    const answer = this.#call(parent, name, this.#arguments(path.ArgumentInfo));
    return isSubject(answer) ? answer : null;
  }
}

function fail(fault: Fault): never {
  throw fault;
}
