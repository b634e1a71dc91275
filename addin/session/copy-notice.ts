import type { Notice } from './state';

/** Puts what support needs on the clipboard: the message and its code, nothing of the workbook. */
export async function copyNotice(notice: Notice | undefined): Promise<void> {
  if (!notice) return;
  const text = [notice.text, notice.supportCode && `Support code ${notice.supportCode}`].filter(Boolean).join('\n');
  // The clipboard may be closed to an embedded page; the code is on screen all the same.
  await globalThis.navigator.clipboard?.writeText(text).catch(() => undefined);
}
