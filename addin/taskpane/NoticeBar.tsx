import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import type { Notice } from '../session/state';
import { useSession } from './use-session';

const useStyles = makeStyles({
  // The bar must not give way to a long tab below it.
  bar: { flexShrink: 0 },
  body: { whiteSpace: 'normal', paddingTop: tokens.spacingVerticalXS, paddingBottom: tokens.spacingVerticalXS, overflowWrap: 'anywhere' },
  code: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

const labels: Readonly<Record<NonNullable<Notice['action']>, string>> = {
  'try again': 'Try again',
  calculate: 'Calculate',
  'show data': 'Show',
  copy: 'Copy',
};

/** The one message that may be shown at a time, with its way out. Errors are announced at once, the rest when convenient. */
export function NoticeBar({ notice, onShowData }: { readonly notice: Notice; readonly onShowData: () => void }) {
  const styles = useStyles();
  const session = useSession();
  const { action } = notice;
  const act = () => (action === 'show data' ? onShowData() : session.act(action!));
  return (
    <MessageBar
      className={styles.bar}
      intent={notice.intent}
      layout="multiline"
      politeness={notice.intent === 'error' ? 'assertive' : 'polite'}
    >
      <MessageBarBody className={styles.body}>
        {notice.text}
        {notice.supportCode && <span className={styles.code}>Support code {notice.supportCode}</span>}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button appearance="transparent" aria-label="Dismiss" icon={<Dismiss16Regular />} onClick={() => session.dismiss()} />
        }
      >
        {action && (
          <Button size="small" onClick={act}>
            {labels[action]}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}
