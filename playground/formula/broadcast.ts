import FormulaParser from 'fast-formula-parser';

type Scalar = { readonly val: unknown; readonly isArray: boolean };
type ApplyInfix = (left: Scalar, infix: string, right: Scalar) => unknown;

/** Makes `A1:A9>1` an array of truths: the parser itself would only look at the first cell. */
export function broadcastOperators(parser: FormulaParser): void {
  const { utils } = parser;
  const applyToScalars: ApplyInfix = utils._applyInfix.bind(utils);
  utils._applyInfix = (left, infix, right) => {
    if (!Array.isArray(left.val) && !Array.isArray(right.val)) return applyToScalars(left, infix, right);
    return broadcast(left.val, right.val, (a, b) => applyToScalars({ val: a, isArray: false }, infix, { val: b, isArray: false }));
  };
}

/** Pairs two arrays, repeating single values, single rows and single columns; where one ends early there is `#N/A`. */
function broadcast(left: unknown, right: unknown, apply: (a: unknown, b: unknown) => unknown): unknown[][] {
  const [a, b] = [rowsOf(left), rowsOf(right)];
  const height = Math.max(a.length, b.length);
  const width = Math.max(a[0]?.length ?? 0, b[0]?.length ?? 0);
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_unused, column) => {
      const [x, y] = [at(a, row, column), at(b, row, column)];
      return x === undefined || y === undefined ? FormulaParser.FormulaError.NA : apply(x, y);
    }),
  );
}

const rowsOf = (value: unknown): unknown[][] => (Array.isArray(value) ? (value as unknown[][]) : [[value]]);

function at(rows: readonly (readonly unknown[])[], row: number, column: number): unknown {
  const line = rows[rows.length === 1 ? 0 : row];
  return line?.[line.length === 1 ? 0 : column];
}
