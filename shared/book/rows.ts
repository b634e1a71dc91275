import type { Tables } from '../contract';

/** One parsed row of a contract table, `Row<'holdings'>`. */
export type Row<Name extends keyof Tables> = NonNullable<Tables[Name]>[number];
