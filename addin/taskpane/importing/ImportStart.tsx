import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { forwardRef, lazy, Suspense, useRef, useState, type DragEvent } from 'react';
import { isBusy } from '../../session/state';
import { useSession, useSessionState } from '../use-session';
import { visuallyHidden } from '../visually-hidden';
import { fileSources } from './sources';

const PasteRows = lazy(() => import(/* webpackChunkName: "import" */ './PasteRows'));

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  over: { border: `1px solid ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  hidden: { ...visuallyHidden },
});

/** What custodians' exports end in; whatever else a file is called, its content decides. */
const accepted = '.csv,.tsv,.txt,.xlsx,.xls,.ofx,.qfx,.xml,.json,.zip,.gz';

/** Takes files that are dropped or chosen, or rows that are pasted. */
export function ImportStart({ more = false }: { readonly more?: boolean }) {
  const styles = useStyles();
  const { imports } = useSession();
  const busy = isBusy(useSessionState());
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [pastes, setPastes] = useState(false);
  const take = (files: FileList | null): void => {
    const sources = fileSources(files);
    if (sources.length > 0 && !busy) void imports.add(sources);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const hover = (event: DragEvent): void => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <div className={mergeClasses(styles.box, over && styles.over)} onDragOver={hover} onDragLeave={() => setOver(false)} onDrop={drop}>
      {!more && <p className={styles.text}>Drop custodians’ files here: CSV, Excel, OFX, XML or text.</p>}
      <div className={styles.buttons}>
        <Button disabledFocusable={busy} onClick={() => picker.current?.click()}>
          {more ? 'Add files' : 'Choose files'}
        </Button>
        <Button appearance="subtle" aria-expanded={pastes} disabledFocusable={busy} onClick={() => setPastes(!pastes)}>
          Paste rows
        </Button>
      </div>
      <FilePicker ref={picker} onFiles={take} />
      {pastes && (
        <Suspense fallback={<p className={styles.text}>Opening</p>}>
          <PasteRows onDone={() => setPastes(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** The browser's own dialog, opened by the button. */
const FilePicker = forwardRef<HTMLInputElement, { readonly onFiles: (files: FileList | null) => void }>(function FilePicker({ onFiles }, ref) {
  const styles = useStyles();
  const pick = (target: HTMLInputElement): void => {
    onFiles(target.files);
    // The same file may be chosen again after it was saved anew.
    target.value = '';
  };
  return <input ref={ref} className={styles.hidden} type="file" multiple accept={accepted} tabIndex={-1} aria-label="Files to import" onChange={({ target }) => pick(target)} />;
});
