/** One element of an OFX file: an aggregate of others, or a leaf with a text. */
export interface OfxNode {
  /** Upper case. */
  readonly name: string;
  readonly text: string;
  readonly children: readonly OfxNode[];
  /** Line of its start tag, counted from 1. */
  readonly line: number;
  /** False when the file ends within it. */
  readonly closed: boolean;
}

/** Why a file was not read to its end. */
export interface OfxFault {
  readonly line: number;
  readonly problem: string;
}

type Building = { -readonly [Key in keyof OfxNode]: Key extends 'children' ? Building[] : OfxNode[Key] };

/** OFX nests about ten deep; leaves that are left empty and open nest deeper until their aggregate ends. */
const deepest = 200;

const entities: Readonly<Record<string, string | undefined>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** `&amp;` and `&#8217;` as letters; nothing that a file declares itself. */
function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    const code = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : undefined;
    if (code !== undefined) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    const lower = (name ?? '').toLowerCase();
    return (Object.hasOwn(entities, lower) ? entities[lower] : undefined) ?? whole;
  });
}

/** A tag, a comment, a processing instruction or a piece of character data. */
const token = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<!(?:DOCTYPE|ENTITY)|<(\/?)([A-Za-z][\w.:-]*)(?:\s[^<>]*?)?(\/?)>/gi;

/**
 * The elements of an OFX file: version 1 (SGML, whose leaves have no end tags), version 2 (XML), and what brokers write in between.
 * Nothing is thrown; declared entities are refused.
 */
export function parseOfx(text: string): { readonly root: OfxNode; readonly fault?: OfxFault } {
  const tree = new Tree();
  const begin = Math.max(0, text.search(/<OFX[\s>]/i));
  let at = begin;
  let line = lineBreaks(text, 0, begin) + 1;
  token.lastIndex = begin;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [whole, data, slash, name, selfClosing] = match;
    tree.text(decode(text.slice(at, match.index)));
    line += lineBreaks(text, at, match.index);
    if (/^<!(?:DOCTYPE|ENTITY)/i.test(whole)) return { root: tree.root, fault: { line, problem: 'declares a document type or entities, which OFX files never do' } };
    if (data !== undefined) tree.text(data);
    else if (name && slash) tree.close(name.toUpperCase());
    else if (name && !tree.open(name.toUpperCase(), line, selfClosing !== '')) return { root: tree.root, fault: { line, problem: 'is nested too deep' } };
    line += lineBreaks(whole, 0, whole.length);
    at = token.lastIndex;
  }
  const isCut = tree.root.children.some(({ closed }) => !closed);
  return { root: tree.root, fault: isCut ? { line, problem: 'ends before its last element does' } : undefined };
}

function lineBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** The elements so far, and those still open. */
class Tree {
  readonly root: Building = { name: '', text: '', children: [], line: 1, closed: false };
  private readonly stack: Building[] = [this.root];

  private get top(): Building {
    return this.stack[this.stack.length - 1];
  }

  text(text: string): void {
    const { top } = this;
    if (top !== this.root && top.children.length === 0 && text.trim() !== '') top.text = `${top.text}${text}`.trim();
  }

  /** False when the file is nested deeper than any OFX file. */
  open(name: string, line: number, selfClosing: boolean): boolean {
    if (this.top.text !== '') this.pop().closed = true;
    if (this.stack.length > deepest) return false;
    const node: Building = { name, text: '', children: [], line, closed: selfClosing };
    this.top.children.push(node);
    if (!selfClosing) this.stack.push(node);
    return true;
  }

  /** Ends an element. Those still open within it were empty leaves, so what seems to be in them belongs beside them. */
  close(name: string): void {
    const index = this.stack.findLastIndex((node) => node.name === name);
    if (index <= 0) return;
    while (this.stack.length - 1 > index) {
      const leaf = this.pop();
      leaf.closed = true;
      this.top.children.push(...leaf.children.splice(0));
    }
    this.pop().closed = true;
  }

  private pop(): Building {
    return this.stack.pop() ?? this.root;
  }
}

/** All elements of these names below a node, in order; those within a found one are not searched. */
export function findAll(node: OfxNode, names: ReadonlySet<string>): OfxNode[] {
  return node.children.flatMap((child) => (names.has(child.name) ? [child] : findAll(child, names)));
}

/** The first element of a name below a node. */
export const findFirst = (node: OfxNode, name: string): OfxNode | undefined => findAll(node, new Set([name])).at(0);

/** The texts of all leaves below a node by name, the first of each; those of the elements in `without` are left out. */
export function leaves(node: OfxNode, without: readonly string[] = []): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const visit = ({ children }: OfxNode): void => {
    for (const child of children) {
      if (without.includes(child.name)) continue;
      if (child.children.length > 0) visit(child);
      else if (!found.has(child.name) && child.text !== '') found.set(child.name, child.text);
    }
  };
  visit(node);
  return found;
}
