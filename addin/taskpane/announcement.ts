import { counted } from '../../shared/counted';
import { activityWords } from '../session/status';
import type { SessionState } from '../session/state';
import { openAccounts, type ImportState } from '../session/import-state';
import { checkSummary } from './check-words';

/** What a screen reader should say about a state: progress in 25 % steps only, so that it does not talk without end. */
export function announcement({ activity, lastRun, check, notice, importing }: SessionState): string {
  if (activity.kind === 'running' || activity.kind === 'stopping') {
    const quarter = activity.total > 0 ? Math.floor((activity.done / activity.total) * 4) * 25 : 0;
    return activity.kind === 'stopping' ? activityWords(activity) : `Running, ${quarter} percent`;
  }
  if (activity.kind !== 'idle') return activityWords(activity);
  // A notice is a live region of its own.
  if (notice) return '';
  if (importing) return importSummary(importing);
  if (lastRun) return `Run finished. ${counted(lastRun.trades, 'trade')}, ${counted(lastRun.exceptions, 'exception')}.`;
  return check ? checkSummary(check) : '';
}

function importSummary(importing: ImportState): string {
  const { plan, step } = importing;
  const { same, changed, new: added, gone } = plan.preview.total;
  const [changes, news, losses] = [changed, added, gone].map((rows) => rows.toLocaleString('en-US'));
  if (step === 'preview') return `${counted(same, 'row')} same, ${changes} changed, ${news} new, ${losses} gone.`;
  const open = openAccounts(importing);
  return `${counted(plan.files.length, 'file')} read.${open > 0 ? ` ${counted(open, 'account')} to choose.` : ''}`;
}
