/** The parts of fast-formula-parser 1.0.19 used here; the package ships no types. */
declare module 'fast-formula-parser' {
  interface CellReference {
    row: number;
    col: number;
    sheet?: string;
  }

  interface RangeReference {
    sheet?: string;
    from: { row: number; col: number };
    to: { row: number; col: number };
  }

  class FormulaError {
    constructor(error: string, message?: string);
    readonly error: string;
    readonly message: string;
    static readonly VALUE: FormulaError;
    static readonly NA: FormulaError;
    static readonly NAME: FormulaError;
  }

  class DepParser {
    constructor(config?: object);
    parse(text: string, position: { row: number; col: number; sheet: string }, ignoreError?: boolean): unknown[];
  }

  export default class FormulaParser {
    constructor(config: {
      onCell?: (reference: CellReference) => unknown;
      onRange?: (reference: RangeReference) => unknown[][];
      functions?: Record<string, (...args: never[]) => unknown>;
    });
    functions: Record<string, (...args: never[]) => unknown>;
    /** How the parser applies operators; not part of its documented interface, hence the pinned version. */
    readonly utils: {
      _applyInfix(left: { val: unknown; isArray: boolean }, infix: string, right: { val: unknown; isArray: boolean }): unknown;
    };
    parse(text: string, position: { row: number; col: number; sheet: string }, allowReturnArray?: boolean): unknown;
    supportedFunctions(): string[];
    static readonly FormulaError: typeof FormulaError;
    static readonly DepParser: typeof DepParser;
  }
}
