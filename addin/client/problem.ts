import { problemSchema } from '../../shared/api/problem';
import { ServiceError, unreachable } from './service-error';
import type { ServiceErrorKind } from './service-error';

/** Every field may be missing: a proxy may have answered in the service's place. */
const anyProblem = problemSchema.partial();

const kinds: Readonly<Record<number, ServiceErrorKind>> = {
  404: 'gone',
  409: 'refused',
  410: 'gone',
  413: 'too big',
  422: 'refused',
  429: 'busy',
  502: 'offline',
  503: 'busy',
  504: 'offline',
};

const sentences: Readonly<Record<ServiceErrorKind, string>> = {
  offline: unreachable().message,
  refused: "The service can't use this workbook's data.",
  'too big': 'This book is too big for one run. Choose fewer accounts and run again.',
  busy: 'The service is busy. Try again in a minute. Nothing was changed.',
  gone: 'The service no longer has this run. Run again.',
  fault: 'Something went wrong on our side. Your workbook is unchanged.',
};

/** The error that an unsuccessful response means. Reads `application/problem+json`; anything else counts by its status alone. */
export async function serviceError(response: Response): Promise<ServiceError> {
  const problem = anyProblem.safeParse(await response.json().catch(() => undefined));
  const { detail, title, requestId, errors } = problem.success ? problem.data : {};
  const kind = kinds[response.status] ?? (response.status < 500 ? 'refused' : 'fault');
  const reasons =
    kind === 'refused' ? [detail ?? title, ...(errors ?? []).slice(0, 1).map(({ path, message }) => `${path}: ${message}`)] : [];
  const code = requestId ?? response.headers.get('x-request-id');
  const text = [sentences[kind], ...reasons.filter((reason) => reason !== undefined).map(sentence)].join(' ');
  return new ServiceError(kind, text, code ?? undefined, seconds(response));
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

function seconds(response: Response): number | undefined {
  const value = Number(response.headers.get('retry-after') ?? NaN);
  return Number.isFinite(value) ? value : undefined;
}
