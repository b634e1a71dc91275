import { counted } from '../../shared/counted';
import { stops } from '../session/status';
import type { CheckReport } from '../session/state';

/** The check's result in one or two sentences: `3 things stop a run. 12 accounts would be skipped.` */
export function checkSummary(report: CheckReport): string {
  const { issues, skipped, rows } = report;
  const stopping = stops(report);
  const warnings = issues.filter(({ severity }) => severity === 'warn').length;
  const parts = [
    stopping > 0 && `${counted(stopping, 'thing')} ${stopping === 1 ? 'stops' : 'stop'} a run.`,
    skipped.length > 0 && `${counted(skipped.length, 'account')} would be skipped.`,
    warnings > 0 && `${counted(warnings, 'warning')}.`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : `No problems found in ${counted(rows, 'row')}.`;
}
