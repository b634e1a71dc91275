import type { XmlElement } from '../../shared/xlsx/xml-tree';
import { escapeXml } from '../../shared/xlsx/xml-text';

/** Elements written without a prefix, with the prefix of the part they join. */
export function withPrefix(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replace(/<(\/?)(?=[A-Za-z])/g, `<$1${prefix}`);
}

/** Edits of one source by offset, all applied at once; characters no edit names stay as they are. */
export class XmlEdit {
  private readonly edits: { at: number; end: number; text: string }[] = [];

  constructor(private readonly source: string) {}

  /** Puts `xml` just before the element's end tag; an element that closed itself is opened. */
  append(element: XmlElement, xml: string): this {
    if (!element.selfClosing) return this.replace(element.innerEnd, element.innerEnd, xml);
    const qualified = `${element.prefix}${element.name}`;
    const slash = this.source.lastIndexOf('/', element.end);
    return this.replace(slash, element.end, `>${xml}</${qualified}>`);
  }

  /**
   * Puts `xml`, elements called `name`, among the children of `parent` where `order`, the schema's sequence of names, wants it:
   * after the last child that comes no later.
   */
  insert(parent: XmlElement, order: readonly string[], name: string, xml: string): this {
    const rank = order.indexOf(name);
    const before = parent.children.filter((sibling) => order.indexOf(sibling.name) >= 0 && order.indexOf(sibling.name) <= rank).at(-1);
    if (parent.selfClosing) return this.append(parent, xml);
    const at = before?.end ?? parent.innerStart;
    return this.replace(at, at, xml);
  }

  /** Adds `items` to a counted list such as `<fonts count="3">`. */
  extend(list: XmlElement, items: readonly string[]): this {
    const count = String(list.children.length + items.length);
    if (!list.selfClosing) return this.attributes(list, { count }).append(list, items.join(''));
    const qualified = `${list.prefix}${list.name}`;
    return this.swap(list, `<${qualified} count="${count}">${items.join('')}</${qualified}>`);
  }

  swap(element: XmlElement, xml: string): this {
    return this.replace(element.start, element.end, xml);
  }

  /** Sets attributes of the element's start tag; undefined removes one. */
  attributes(element: XmlElement, changes: Readonly<Record<string, string | undefined>>): this {
    const tag = this.source.slice(element.start, element.innerStart);
    let edited = tag;
    for (const [name, value] of Object.entries(changes)) edited = setAttribute(edited, name, value);
    return this.replace(element.start, element.innerStart, edited);
  }

  /** The source with all edits made. At one place, what is put in comes before what is replaced, in the order asked for. */
  toString(): string {
    const width = (edit: { at: number; end: number }): number => Math.min(1, edit.end - edit.at);
    const ordered = [...this.edits].sort((a, b) => a.at - b.at || width(a) - width(b));
    let result = '';
    let from = 0;
    for (const { at, end, text } of ordered) {
      if (at < from) throw new Error('Two XML edits overlap');
      result += this.source.slice(from, at) + text;
      from = end;
    }
    return result + this.source.slice(from);
  }

  private replace(at: number, end: number, text: string): this {
    this.edits.push({ at, end, text });
    return this;
  }
}

function setAttribute(tag: string, name: string, value: string | undefined): string {
  const pattern = /\s([^\s=/>]+)\s*=\s*("[^"]*"|'[^']*')/g;
  const cleaned = tag.replace(pattern, (whole, found: string) => (found === name ? '' : whole));
  if (value === undefined) return cleaned;
  return cleaned.replace(/\s*(\/?>)$/, (_match, close: string) => ` ${name}="${escapeXml(value)}"${close}`);
}
