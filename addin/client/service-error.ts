/** Why the service did not do what was asked: the way out differs by kind. */
export type ServiceErrorKind =
  /** No answer: network, proxy or service down. Trying again later may help. */
  | 'offline'
  /** The service read the request and declined it; the message says why. */
  | 'refused'
  /** More than the service accepts in one run. */
  | 'too big'
  /** Asked too often, or the queue is full. */
  | 'busy'
  /** The run is not known any more: it was fetched, deleted or has expired. */
  | 'gone'
  /** A fault on the service's side. */
  | 'fault';

/** An answer of the service that is not the wished-for one, in words a user can act on. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';

  constructor(
    readonly kind: ServiceErrorKind,
    message: string,
    /** Id to quote when asking for help; the service's request id. */
    readonly supportCode?: string,
    /** Seconds to wait before the next try, when the service said so. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

/** The words for a service that cannot be reached. */
export const unreachable = (): ServiceError =>
  new ServiceError('offline', "We couldn't reach the service. Check your connection and try again. Nothing was changed.");
