import { idempotencyHeader } from '../../shared/api/run-request';
import type { Submitted } from '../runs';
import type { Run } from '../store/store';
import { Refusal } from './problems';

/** The run that was stored, or is the earlier one of the same key; throws the refusal that fits when there is none. */
export function storedRun(submitted: Submitted): Extract<Submitted, { run: Run }> {
  switch (submitted.kind) {
    case 'created':
    case 'replayed':
      return submitted;
    case 'conflict':
      throw new Refusal('key-reused', `This ${idempotencyHeader} was used with other content. Use a new key for a new request.`);
    case 'full':
      throw new Refusal('busy', 'Too many runs wait already. Try again soon.', { headers: { 'Retry-After': '10' } });
    case 'lane-full':
      throw new Refusal('too-many-runs', 'Too many of your runs wait already. Maybe stop one that is not needed any more.', {
        headers: { 'Retry-After': '10' },
      });
    case 'refused':
      throw new Refusal(submitted.code, submitted.detail, { faults: submitted.faults });
  }
}
