import type { Cancellation } from './types';

/** Memory that two threads share: 0 = go on, 1 = stop. */
export type StopFlag = Int32Array;

/** A flag that can be sent to a worker; a worker busy computing sees it where a message would wait. */
export function newStopFlag(): StopFlag {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/** Asks whoever holds the flag to stop. */
export function raise(flag: StopFlag): void {
  Atomics.store(flag, 0, 1);
}

/** The worker's view of the flag. */
export function cancellationOf(flag: StopFlag): Cancellation {
  return {
    get aborted() {
      return Atomics.load(flag, 0) === 1;
    },
  };
}

/** The error of work that was stopped on request. */
export function stopped(): DOMException {
  return new DOMException('Stopped on request.', 'AbortError');
}

/** True for the error of work that was stopped on request, also when it comes from another thread. */
export function isStopped(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'AbortError';
}
