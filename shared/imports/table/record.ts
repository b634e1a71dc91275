import type { Fields } from './header';
import { FieldReader, type Line, type Spelling } from './reader';
import { isMissing } from './values';

/** Reads records of named values (attributes of an element, leaves of an aggregate) as lines. */
export class RecordReader<Field extends string> extends FieldReader<Field> {
  private readonly names: Readonly<Record<string, readonly string[]>>;

  constructor(file: string | undefined, fields: Fields<Field>, spelling?: Spelling) {
    super(file, fields, spelling);
    this.names = Object.fromEntries(Object.entries<readonly string[]>(fields).map(([field, names]) => [field, names.map((name) => name.toLowerCase())]));
  }

  /** The record on line `number`; names match in any case. */
  record(values: ReadonlyMap<string, string>, number: number): Line<Field> {
    const byName = new Map([...values].map(([name, value]) => [name.toLowerCase(), value.trim()]));
    // The first name that holds something counts: an empty attribute may stand beside its newer spelling.
    const valueOf = (field: Field) => this.names[field].map((name) => byName.get(name) ?? '').find((value) => !isMissing(value)) ?? '';
    return this.lineOf(number, [...values.values()], valueOf);
  }

  protected columnOf(): undefined {
    return undefined;
  }
}
