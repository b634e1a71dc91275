import type { Surroundings } from './ports';
import type { Quietly } from './quietly';
import type { Session } from './session';
import type { Notice } from './state';
import type { Store } from './store';
import type { Work } from './work';

/** What each way out of a notice does. */
export type NoticeActions = Readonly<Record<NonNullable<Notice['action']>, () => Promise<void>>>;

export function noticeActions(
  { workbook, service }: Pick<Surroundings, 'workbook' | 'service'>,
  store: Store,
  work: Pick<Work, 'again'>,
  quietly: Quietly,
  check: Session['check'],
): NoticeActions {
  return {
    copy: () => copyNotice(store.get().notice),
    'show data': async () => store.tell({ is: 'noticed' }),
    async calculate() {
      await quietly(() => workbook.calculate());
      await check();
    },
    async 'try again'() {
      await quietly(async () => store.tell({ is: 'service answered', online: await service.answers() }));
      if (store.get().online) await work.again();
    },
  };
}

/** Puts what support needs on the clipboard: the message and its code, nothing of the workbook. */
async function copyNotice(notice: Notice | undefined): Promise<void> {
  if (!notice) return;
  const text = [notice.text, notice.supportCode && `Support code ${notice.supportCode}`].filter(Boolean).join('\n');
  // The clipboard may be closed to an embedded page; the code is on screen all the same.
  await globalThis.navigator.clipboard?.writeText(text).catch(() => undefined);
}
