import { z } from 'zod';

/** Where a run stands; the last three are final. */
export const runStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type RunState = (typeof runStates)[number];

/** True when a run in this state will not change any more. */
export function isFinal(state: RunState): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled';
}

/** A run as the service reports it. */
export const runStatusSchema = z.object({
  id: z.string(),
  status: z.enum(runStates),
  /** Accounts decided so far, and in all. */
  done: z.number().int(),
  total: z.number().int(),
  /** The account decided last. */
  now: z.string().optional(),
  /** Why the run failed, in one sentence for people. */
  error: z.string().optional(),
  /** Grows with every change; pass it as `after` to wait for the next one. */
  seq: z.number().int(),
  /** Paths on the same server. */
  links: z.object({ self: z.string(), events: z.string(), results: z.string() }),
});

export type RunStatus = z.infer<typeof runStatusSchema>;

/** `progress` event of the stream: one account is decided. */
export const progressEventSchema = z.object({
  done: z.number().int(),
  total: z.number().int(),
  accountId: z.string(),
});

/** `end` event of the stream: the run has reached a final state, and the stream closes. */
export const endEventSchema = z.object({
  status: z.enum(['done', 'failed', 'cancelled']),
  error: z.string().optional(),
});

export type EndEvent = z.infer<typeof endEventSchema>;
