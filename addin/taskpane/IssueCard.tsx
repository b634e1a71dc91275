import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowRight16Regular } from '@fluentui/react-icons/svg/arrow-right';
import { counted } from '../../shared/counted';
import type { Issue } from '../../shared/issue';
import { offeredRepairs } from '../session/offered-repairs';
import type { IssueGroup } from '../session/group-issues';
import { severityWords, SeverityMark } from './SeverityMark';
import { RepairOffer } from './RepairOffer';
import { useSession, useSessionState } from './use-session';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gridTemplateColumns: '16px 1fr',
    columnGap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  body: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  text: { margin: 0, overflowWrap: 'anywhere' },
  fix: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  meta: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  places: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  place: { minWidth: 0, maxWidth: '100%', fontWeight: tokens.fontWeightRegular, color: tokens.colorBrandForeground1 },
});

/** Places offered per cause; the rest is on the Data issues sheet. */
const placesShown = 3;

/** One cause: what is wrong, the way out, buttons that mend it and buttons to its cells. */
export function IssueCard({ group }: { readonly group: IssueGroup }) {
  const styles = useStyles();
  const { first, issues, severity, code } = group;
  const { check } = useSessionState();
  const offers = offeredRepairs(issues, check?.repairs ?? []);
  const places = issues.filter(({ sheet }) => sheet).slice(0, placesShown);
  return (
    <li className={styles.card}>
      <SeverityMark kind={severity} />
      <div className={styles.body}>
        <p className={styles.text}>{first.message}</p>
        {first.fix && <p className={styles.fix}>{first.fix}</p>}
        <p className={styles.meta}>
          {extent(group)} · {severityWords[severity]} · {code}
        </p>
        {offers.length > 0 && <RepairOffer offers={offers} />}
        {places.length > 0 && (
          <div className={styles.places}>
            {places.map((issue) => (
              <Place key={placeText(issue)} issue={issue} />
            ))}
          </div>
        )}
      </div>
    </li>
  );
}

function Place({ issue }: { readonly issue: Issue }) {
  const styles = useStyles();
  const session = useSession();
  const place = placeText(issue);
  return (
    <Button
      size="small"
      appearance="subtle"
      className={styles.place}
      icon={<ArrowRight16Regular />}
      aria-label={`Go to ${place}`}
      onClick={() => session.goTo(issue.sheet!, issue.cell)}
    >
      {place}
    </Button>
  );
}

const placeText = ({ sheet, cell }: Issue): string => (cell ? `${sheet}!${cell}` : `${sheet}`);

function extent({ rows, accounts }: IssueGroup): string {
  return accounts > 1 ? `${counted(rows, 'row')}, ${counted(accounts, 'account')}` : counted(rows, 'row');
}
