import type { Cell } from '../workbook/port';
import type { Table } from './table';

/** A header as it is compared: case, spaces, `_ - % $ #` and stray punctuation at the end never matter. */
export function looseHeader(header: string): string {
  return header.toLowerCase().replace(/[\s_\-‐-―%$#\u200b-\u200d\ufeff]+/g, '').replace(/[:*.?]+$/, '');
}

/** Loose but for the units, which tell `Minimum trade $` from `Minimum trade %`. */
const unitHeader = (header: string): string => header.toLowerCase().replace(/[\s_\-‐-―#\u200b-\u200d\ufeff]+/g, '').replace(/[:*.?]+$/, '');

const plainHeader = (header: string): string => header.replace(/\s+/g, ' ').trim().toLowerCase();

/** Which column of a sheet holds which field. Column numbers count from 0 within the region. */
export interface Match {
  /** By property of the contract table. */
  readonly columns: ReadonlyMap<string, number>;
  /** Fields that several columns claim: property and the headers found (issue G03). */
  readonly conflicts: readonly { readonly property: string; readonly headers: readonly string[]; readonly column: number }[];
  /** Columns that match nothing, with their headers. */
  readonly extra: readonly { readonly header: string; readonly column: number }[];
}

/** The fields that headers are matched against: an input table's columns, or the settings catalogue. */
export type Fields = Readonly<Record<string, Pick<Table['columns'][string], 'header' | 'aliases' | 'required' | 'type' | 'identifier'>>>;

/** Exact header, header with its units, loose header, then aliases alike: the first that names one field only decides. */
const matchersByFields = new WeakMap<Fields, (header: string) => { property: string; byAlias: boolean } | undefined>();

function matcherOf(fields: Fields): (header: string) => { property: string; byAlias: boolean } | undefined {
  const known = matchersByFields.get(fields);
  if (known) return known;
  const entries = Object.entries(fields);
  const index = (form: (text: string) => string, names: (entry: Fields[string]) => readonly string[]): Map<string, string | null> => {
    const map = new Map<string, string | null>();
    for (const [property, field] of entries) {
      for (const name of new Set(names(field).map(form))) {
        const rival = map.get(name);
        // Headers such as `Minimum trade $` and `Minimum trade %` look the same when loose: then only their exact form counts.
        map.set(name, rival === undefined || rival === property ? property : null);
      }
    }
    return map;
  };
  const header = (field: Fields[string]): readonly string[] => [field.header];
  const aliases = (field: Fields[string]): readonly string[] => field.aliases;
  const levels = [
    { map: index(plainHeader, header), form: plainHeader, byAlias: false },
    { map: index(unitHeader, header), form: unitHeader, byAlias: false },
    { map: index(looseHeader, header), form: looseHeader, byAlias: false },
    { map: index(plainHeader, aliases), form: plainHeader, byAlias: true },
    { map: index(unitHeader, aliases), form: unitHeader, byAlias: true },
    { map: index(looseHeader, aliases), form: looseHeader, byAlias: true },
  ];
  const matcher = (text: string): { property: string; byAlias: boolean } | undefined => {
    for (const { map, form, byAlias } of levels) {
      const property = map.get(form(text));
      if (property) return { property, byAlias };
    }
    return undefined;
  };
  matchersByFields.set(fields, matcher);
  return matcher;
}

/**
 * Matches a row of headers to fields. A second column for a field is a conflict, except for free text nobody depends on:
 * there the contract's own word wins over an alias (`Name` beside `Description`).
 */
export function matchHeaders(headers: readonly Cell[], fields: Fields, needs: readonly string[] = []): Match {
  const match = matcherOf(fields);
  const claims = new Map<string, { column: number; header: string; byAlias: boolean }[]>();
  const extra: { header: string; column: number }[] = [];
  headers.forEach((cell, column) => {
    const header = cell === null ? '' : String(cell).trim();
    if (header === '') return;
    const found = match(header);
    if (!found) extra.push({ header, column });
    else claims.set(found.property, [...claims.get(found.property) ?? [], { column, header, byAlias: found.byAlias }]);
  });
  const columns = new Map<string, number>();
  const conflicts: { property: string; headers: string[]; column: number }[] = [];
  for (const [property, claimed] of claims) {
    const own = claimed.filter(({ byAlias }) => !byAlias);
    const first = own[0] ?? claimed[0];
    columns.set(property, first.column);
    const field = fields[property];
    const isLabel = field.type === 'text' && !field.required && !needs.includes(property);
    if (claimed.length > 1 && !(isLabel && own.length <= 1)) {
      conflicts.push({ property, headers: claimed.map(({ header }) => header), column: claimed[1].column });
    }
  }
  return { columns, conflicts, extra };
}
