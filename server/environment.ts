import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { isLoopback } from './routes/host-guard';

const megabytes = (usual: number) =>
  z.coerce
    .number()
    .positive()
    .max(16_384)
    .default(usual)
    .transform((size) => Math.floor(size * 1024 * 1024));
const whole = (min: number, max: number, usual: number) => z.coerce.number().int().min(min).max(max).default(usual);
const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );

const variables = z
  .object({
    /** Address to listen at; anything but loopback needs a key. */
    REBAL_HOST: z.string().default('127.0.0.1'),
    REBAL_PORT: whole(0, 65_535, 8787),
    /** Callers send it as `Authorization: Bearer …`. */
    REBAL_API_KEY: z
      .string()
      .regex(/^[\x21-\x7e]{16,}$/, 'expected at least 16 visible ASCII characters')
      .optional(),
    /** Origins of pages that may call, separated by commas. */
    REBAL_ORIGINS: list.pipe(
      z.array(
        z
          .string()
          .refine(
            (origin) => URL.canParse(origin) && new URL(origin).origin === origin,
            'expected origins such as https://add-in.example.com',
          ),
      ),
    ),
    /** Host names to answer to when there is no key, besides those of this machine. */
    REBAL_HOSTS: list,
    REBAL_STORE: z.string().default('memory:'),
    /** Threads that decide accounts. One core is left for answering requests. */
    REBAL_THREADS: whole(1, 256, Math.max(1, availableParallelism() - 1)),
    /** Runs at once. */
    REBAL_RUNS: whole(1, 16, 2),
    /** Megabytes of a request, as sent and unpacked. */
    REBAL_MAX_BODY_MB: megabytes(64),
    REBAL_MAX_UNPACKED_MB: megabytes(256),
    /** Megabytes of all requests held at once. */
    REBAL_MAX_HELD_MB: megabytes(512),
    /** Requests per minute and address. */
    REBAL_RATE: whole(1, 1_000_000, 1200),
    /** Hours that results are kept. */
    REBAL_KEEP_HOURS: z.coerce
      .number()
      .positive()
      .max(24 * 365)
      .default(24),
    /** Seconds that running work gets to finish when the service is told to stop. */
    REBAL_GRACE_SECONDS: z.coerce.number().min(0).max(3600).default(20),
    REBAL_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  })
  .refine(({ REBAL_API_KEY, REBAL_HOST }) => REBAL_API_KEY !== undefined || isLoopback(REBAL_HOST), {
    path: ['REBAL_API_KEY'],
    message: 'needed when REBAL_HOST is not this machine only (127.0.0.1)',
  });

/** The service's settings, checked. */
export type Environment = z.infer<typeof variables>;

/** Reads the environment, the only place that does; or says in sentences what is wrong with it. A key's value is never repeated. */
export function readEnvironment(
  source: Readonly<Record<string, string | undefined>> = process.env,
): { readonly environment: Environment } | { readonly faults: readonly string[] } {
  // An empty variable is one that was not set.
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const read = variables.safeParse(set);
  if (read.success) return { environment: read.data };
  return { faults: read.error.issues.map(({ path, message }) => `${String(path[0])}: ${message.replace(/^Invalid [^:]*: /, '')}`) };
}
