import { SaxesParser } from 'saxes';

/** One element of an XML file, with its attributes. */
export interface FlexElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Line of its start tag's end, counted from 1. */
  readonly line: number;
  /** Elements around it. */
  readonly depth: number;
}

/** Why reading stopped before the end. */
export interface FlexFault {
  readonly line: number;
  readonly problem: string;
}

/** More than this deep is no Flex file: it has five levels. */
const deepest = 20;

/**
 * The elements of an XML text in order, until its end or the first fault. Document types are refused, so that no entity
 * can expand or fetch; nothing is thrown.
 */
export function readElements(text: string): { readonly elements: readonly FlexElement[]; readonly fault?: FlexFault } {
  const elements: FlexElement[] = [];
  const parser = new SaxesParser({ xmlns: false, position: true });
  let depth = 0;
  const stop = (problem: string): never => {
    throw new Stop({ line: parser.line, problem });
  };
  parser.on('doctype', () => stop('declares a document type, which Flex files never do'));
  parser.on('error', () => stop('is not well-formed XML'));
  parser.on('closetag', () => (depth -= 1));
  parser.on('opentag', (tag) => {
    if (depth > deepest) stop('is nested too deep');
    elements.push({ name: tag.name, attributes: new Map(Object.entries(tag.attributes)), line: parser.line, depth });
    depth += 1;
  });
  try {
    parser.write(text.replace(/^\uFEFF/, '')).close();
  } catch (stopped) {
    if (stopped instanceof Stop) return { elements, fault: stopped.fault };
    throw stopped;
  }
  return { elements };
}

/** Ends the parser's work from within. */
class Stop extends Error {
  constructor(readonly fault: FlexFault) {
    super(fault.problem);
  }
}
