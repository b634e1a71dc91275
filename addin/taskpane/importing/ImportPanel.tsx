import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { ImportState } from '../../session/import-state';
import { useSession } from '../use-session';
import { LookStep } from './LookStep';
import { PreviewStep } from './PreviewStep';

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  place: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    // Focused by us when a step opens, so that a screen reader begins there; it is no control.
    ':focus': { outline: 'none' },
  },
});

const titles = { look: 'What the files say', preview: 'What would change' } as const;
const places = { look: 'Import, step 1 of 2', preview: 'Import, step 2 of 2' } as const;

/** An import under way: what the files say, then what they would change. */
export default function ImportPanel({ importing }: { readonly importing: ImportState }) {
  const styles = useStyles();
  const { imports } = useSession();
  const { step } = importing;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [step]);
  return (
    <section className={styles.panel} aria-labelledby="import-title">
      <div className={styles.head}>
        <div>
          <span className={styles.place}>{places[step]}</span>
          <h2 id="import-title" ref={title} tabIndex={-1} className={styles.title}>
            {titles[step]}
          </h2>
        </div>
        <Button size="small" appearance="subtle" onClick={() => imports.leave()}>
          Cancel
        </Button>
      </div>
      {step === 'look' ? <LookStep importing={importing} /> : <PreviewStep importing={importing} />}
    </section>
  );
}
