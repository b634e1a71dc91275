import { SaxesParser } from 'saxes';

/** An element of an XML text; `path` is its ancestors' local names and its own, joined by `/`. */
export interface XmlElement {
  readonly name: string;
  readonly path: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** All elements in document order, prefixes dropped. Throws on text that is not well-formed. */
export function xmlElements(xml: string): XmlElement[] {
  const found: { name: string; path: string; attributes: Record<string, string>; text: string }[] = [];
  const open: typeof found = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const local = name.replace(/^.*:/, '');
    const element = {
      name: local,
      path: [...open.map((each) => each.name), local].join('/'),
      attributes: { ...(attributes as Record<string, string>) },
      text: '',
    };
    found.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const inner = open.at(-1);
    if (inner) inner.text += text.trim();
  });
  parser.on('closetag', () => void open.pop());
  parser.on('error', (fault) => {
    throw fault;
  });
  parser.write(xml).close();
  return found;
}
