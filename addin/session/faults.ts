import { ServiceError } from '../client/service-error';
import { CellsInTheWayError } from '../../shared/workbook/cell-edits';
import { WorkbookError } from '../workbook/workbook-error';
import type { Notice } from './state';

/** What the user is told about a fault. Anything unforeseen is ours, and gets a code that finds it in a report. */
export function noticeOf(fault: unknown, whileWriting = false): Notice {
  if (fault instanceof WorkbookError || fault instanceof CellsInTheWayError) return { intent: 'warning', text: fault.message, action: 'try again' };
  if (fault instanceof ServiceError && fault.kind !== 'fault') {
    return {
      intent: fault.kind === 'refused' ? 'error' : 'warning',
      text: fault.message,
      action: fault.kind === 'too big' ? undefined : 'try again',
      supportCode: fault.supportCode,
    };
  }
  const supportCode = fault instanceof ServiceError && fault.supportCode ? fault.supportCode : codeOf(fault);
  const harm = whileWriting ? 'Some sheets may be unfinished; run again to complete them.' : 'Your workbook is unchanged.';
  return { intent: 'error', text: `Something went wrong on our side. ${harm}`, action: 'copy', supportCode };
}

/** Four and two hex digits of the fault's own words, so that the same fault has the same code everywhere; never cell contents. */
export function codeOf(fault: unknown): string {
  const { name = 'Unknown', code = '', stack = '' } = (fault ?? {}) as { name?: string; code?: string; stack?: string };
  const place = /\n\s*at (?:async )?([\w.$<>]+)/.exec(stack)?.[1] ?? '';
  let hash = 0x811c9dc5;
  for (const letter of `${name} ${code} ${place}`) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) >>> 0;
  const digits = hash.toString(16).toUpperCase().padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}`;
}

/** True for the user's own Stop. */
export const isAbort = (fault: unknown): boolean => (fault as { name?: string } | undefined)?.name === 'AbortError';
