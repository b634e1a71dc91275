import type { Issue } from '../issue';

/** G17: someone typed while the inputs were read. They were read again; `again` when that happened the second time too. */
export function changedWhileRead(again: boolean): Issue {
  return {
    code: 'G17', severity: 'info', rows: 1,
    message: `Inputs changed while they were read, so they were read again${again ? ', and changed once more' : ''}.`,
    fix: again ? 'Check again when nobody is typing.' : undefined,
  };
}
