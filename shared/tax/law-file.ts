import { z } from 'zod';
import { isIsoDate } from '../dates';

/** The form of a law file: one number by the day it takes effect, oldest first, each with its citation. */
export const LawFile = z
  .object({
    title: z.string().min(1),
    unit: z.enum(['dollars', 'days', 'years', 'fraction']),
    values: z
      .array(z.object({ value: z.number().nonnegative(), from: z.string().refine(isIsoDate), source: z.string().min(5) }).strict())
      .min(1)
      .refine((values) => values.every((entry, k) => k === 0 || values[k - 1].from < entry.from), 'oldest first'),
  })
  .strict();
export type LawFile = z.infer<typeof LawFile>;
