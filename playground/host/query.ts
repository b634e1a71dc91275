import { serviceOf } from './classes';
import { located } from './located';
import type { Host } from './host';
import type { Found, Subject } from './service';
import type { QueryInfo } from './wire';

/** What to load of an object: named scalars, `*` for all, and the same again per link. */
interface Selection {
  readonly scalars: Set<string>;
  readonly links: Map<string, Selection>;
}

/**
 * The answer to `load`: values by wire name, links nested, a collection's items under `_Items`.
 * A name that does not exist is left out, as Excel does; the client then reports it as not loaded when it is read.
 */
export function query(found: Found, info: QueryInfo, host: Host): unknown {
  if (!found) return null;
  const names = [...(info.Select ?? []), ...(info.Expand ?? []).map((name) => `${name}/*`)];
  const selection = selectionOf(names.length > 0 ? names : ['*']);
  return answer(found, selection, host, info);
}

function selectionOf(names: readonly string[]): Selection {
  const selection: Selection = { scalars: new Set(), links: new Map() };
  for (const name of names) {
    let at = selection;
    const steps = name.split(/[/.]/).map((step) => step.slice(0, 1).toUpperCase() + step.slice(1));
    for (const step of steps.slice(0, -1)) {
      let next = at.links.get(step);
      if (!next) at.links.set(step, (next = { scalars: new Set(), links: new Map() }));
      at = next;
    }
    at.scalars.add(steps[steps.length - 1]);
  }
  return selection;
}

function answer(target: Subject, selection: Selection, host: Host, page: QueryInfo = {}): Record<string, unknown> {
  const { service, state } = serviceOf(target);
  const identity = { ...service.identity?.(state, host), ...host.references.identity(target) };
  const own = { ...identity, ...values(target, selection, host) };
  const items = service.items?.(state, host);
  if (!items) return own;
  const skip = page.Skip ?? 0;
  const shown = items.slice(skip, page.Top === undefined ? undefined : skip + page.Top);
  return { ...own, _Items: shown.map((item) => answer(item, selection, host)) };
}

function values(target: Subject, { scalars, links }: Selection, host: Host): Record<string, unknown> {
  const { kind, service, state } = serviceOf(target);
  const known = service.scalars ?? {};
  const values: Record<string, unknown> = {};
  const all = scalars.has('*') ? Object.keys(known).filter((name) => !service.heavy?.includes(name)) : [];
  for (const name of [...all, ...scalars]) {
    if (known[name]) values[name] = located(`${kind}.${name}`, () => known[name].get(state, host));
    else if (service.links?.[name])
      values[name] = nested(service.links[name](state, host), { scalars: new Set(['*']), links: new Map() }, host);
    else if (name !== '*' && !service.items) host.warn(`${kind} has no ${name} to load.`);
  }
  for (const [name, selection] of links) {
    const link = service.links?.[name];
    if (link) values[name] = nested(link(state, host), selection, host);
    else if (!service.items) host.warn(`${kind} has no ${name} to load.`);
  }
  return values;
}

function nested(found: Found, selection: Selection, host: Host): unknown {
  return found ? answer(found, selection, host) : null;
}
