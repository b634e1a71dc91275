import { NotAWorkbookError } from './not-a-workbook';
import { xmlScanner, type Attributes } from './xml-scan';

/** An element of a small part, with the offsets of its tags in the source. */
export interface XmlElement {
  /** Local name. */
  readonly name: string;
  /** `x:` or nothing; what is written beside it must carry the same. */
  readonly prefix: string;
  readonly attributes: Attributes;
  readonly children: readonly XmlElement[];
  readonly text: string;
  /** Offset of `<`. */
  readonly start: number;
  /** Offset just after the start tag. */
  readonly innerStart: number;
  /** Offset of `</`; equals `innerStart` when the element closes itself. */
  readonly innerEnd: number;
  /** Offset just after the end tag. */
  readonly end: number;
  readonly selfClosing: boolean;
}

type Draft = { -readonly [Key in keyof XmlElement]: XmlElement[Key] } & { children: Draft[] };

/**
 * The root of a part with offsets into `source`, so that edits can leave every other character alone.
 */
export function parseXml(part: string, source: string): XmlElement {
  const open: Draft[] = [];
  let root: Draft | undefined;
  const scanner = xmlScanner(part, {
    open(name, attributes, selfClosing, position) {
      const parent = open.at(-1);
      const element = draft(source, name, attributes, selfClosing, position);
      if (parent) parent.children.push(element);
      else root = element;
      open.push(element);
    },
    close(_name, position) {
      const element = open.pop();
      if (!element || element.selfClosing) return;
      element.end = position;
      element.innerEnd = source.lastIndexOf('<', position - 1);
    },
    text(text) {
      const element = open.at(-1);
      if (element) element.text += text;
    },
  });
  scanner.write(source);
  scanner.end();
  if (!root) throw new NotAWorkbookError(`The workbook is damaged: its part "${part}" is empty.`);
  return root;
}

/** An element as its start tag tells it; the end is filled in when its end tag comes. */
function draft(source: string, name: string, attributes: Attributes, selfClosing: boolean, position: number): Draft {
  const start = source.lastIndexOf('<', position - 1);
  const prefix = /^[^\s/>:]+:/.exec(source.slice(start + 1, position))?.[0] ?? '';
  return { name, prefix, attributes, children: [], text: '', start, innerStart: position, innerEnd: position, end: position, selfClosing };
}

/** The first child of that local name. */
export function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((candidate) => candidate.name === name);
}

/** All children of that local name. */
export function children(element: XmlElement | undefined, name: string): XmlElement[] {
  return element ? element.children.filter((candidate) => candidate.name === name) : [];
}
