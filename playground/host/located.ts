import { Fault } from './fault';

/** Runs `act`; a fault that does not say where it arose gets `location`, such as `Range.values`. */
export function located<Answer>(location: string, act: () => Answer): Answer {
  try {
    return act();
  } catch (cause) {
    if (cause instanceof Fault && !cause.location) cause.location = location;
    throw cause;
  }
}
