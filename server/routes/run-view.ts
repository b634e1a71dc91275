import type { RunStatus } from '../../shared/api/run-status';
import type { Run } from '../store/store';

/** A stored run as the API shows it. */
export function statusOf({ id, status, done, total, now, error, seq }: Run): RunStatus {
  const self = `/v1/runs/${id}`;
  return { id, status, done, total, now, error, seq, links: { self, events: `${self}/events`, results: `${self}/results` } };
}
