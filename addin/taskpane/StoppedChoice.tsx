import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { counted } from '../../shared/counted';
import { Section } from './Section';
import { useSession } from './use-session';

const useStyles = makeStyles({
  text: { margin: 0 },
  choices: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

/** After Stop: keep the finished accounts, or nothing. */
export function StoppedChoice({ done, total }: { readonly done: number; readonly total: number }) {
  const styles = useStyles();
  const session = useSession();
  return (
    <Section title={`Stopped at ${done.toLocaleString('en-US')}`} aside={`of ${total.toLocaleString('en-US')}`}>
      <p className={styles.text}>
        {done > 0 ? `${counted(done, 'account is', 'accounts are')} finished. Keep them?` : 'No account was finished. Nothing was changed.'}
      </p>
      <div className={styles.choices}>
        {done > 0 && (
          <Button appearance="primary" onClick={() => session.keepFinished()}>
            {done === 1 ? 'Keep the finished account' : `Keep the ${done.toLocaleString('en-US')} finished accounts`}
          </Button>
        )}
        <Button onClick={() => session.discardFinished()}>{done > 0 ? 'Discard all' : 'Close'}</Button>
      </div>
    </Section>
  );
}
