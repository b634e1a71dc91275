import { z } from 'zod';

/** One fault in a request, at its field: `tables.holdings[12].quantity`. */
const faultSchema = z.object({
  path: z.string(),
  message: z.string(),
});

/** Every refusal of the service has this form (RFC 9457), sent as `application/problem+json`. */
export const problemSchema = z.object({
  type: z.literal('about:blank'),
  /** The status in words. */
  title: z.string(),
  status: z.number().int(),
  /** Stable, for programs: `too-large`. */
  code: z.string(),
  /** For people: what, the value, where; then a way out, which begins with "Maybe" when it is a guess. */
  detail: z.string(),
  /** Names the request in the service's log. */
  requestId: z.string(),
  /** At most 100; `detail` says when there are more. */
  errors: z.array(faultSchema).optional(),
});

export type Fault = z.infer<typeof faultSchema>;
export type Problem = z.infer<typeof problemSchema>;
