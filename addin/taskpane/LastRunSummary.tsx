import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { counted } from '../../shared/counted';
import type { LastRun } from '../session/state';
import { basisPoints, duration, wholeDollars } from './amounts';
import { DecisionBar } from './DecisionBar';
import { Section } from './Section';
import { useSession } from './use-session';

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  facts: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: tokens.spacingHorizontalM, margin: 0 },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  value: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  beside: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  sheets: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** The last run in totals, and the way to its sheets. */
export function LastRunSummary({ run, stale }: { readonly run: LastRun; readonly stale: boolean }) {
  const styles = useStyles();
  return (
    <Section title="Last run" aside={`${run.at} · as of ${run.asOf}`}>
      <p className={styles.text}>{sentence(run)}</p>
      {stale && <p className={styles.text}>Inputs changed after this run.</p>}
      <DecisionBar decisions={run.decisions} />
      <dl className={styles.facts}>
        <Fact label="Net benefit" value={wholeDollars(run.netBenefit)} beside={basisPoints(run.netBenefitBp)} />
        <Fact label={run.estTax < 0 ? 'Tax saved' : 'Tax due'} value={wholeDollars(Math.abs(run.estTax))} />
      </dl>
      <SheetButtons run={run} />
    </Section>
  );
}

function Fact({ label, value, beside }: { readonly label: string; readonly value: string; readonly beside?: string }) {
  const styles = useStyles();
  return (
    <div>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>
        {value}
        {beside && (
          <>
            {' '}
            <span className={styles.beside}>{beside}</span>
          </>
        )}
      </dd>
    </div>
  );
}

function SheetButtons({ run }: { readonly run: LastRun }) {
  const styles = useStyles();
  const session = useSession();
  const sheets = [
    ['Trades', run.trades],
    ['Scores', run.accounts],
    ['Exceptions', run.exceptions],
    ['Data issues', run.dataIssues],
  ] as const;
  return (
    <div className={styles.sheets}>
      {sheets.map(([sheet, rows]) => (
        <Button key={sheet} size="small" onClick={() => session.goTo(sheet)}>
          {sheet} {rows.toLocaleString('en-US')}
        </Button>
      ))}
    </div>
  );
}

/** `Done in 41 s. 38 accounts trade, 6 need your review.` */
function sentence({ partial, accounts, asked, seconds, decisions }: LastRun): string {
  const done = partial ? `${accounts} of ${asked} finished.` : `Done in ${duration(seconds)}.`;
  const trades =
    decisions.Trade === 0 ? 'No account trades' : `${counted(decisions.Trade, 'account')} ${decisions.Trade === 1 ? 'trades' : 'trade'}`;
  const review =
    decisions.Review > 0 ? `, ${decisions.Review.toLocaleString('en-US')} ${decisions.Review === 1 ? 'needs' : 'need'} your review` : '';
  return `${done} ${trades}${review}.`;
}
