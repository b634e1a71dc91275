import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { coreTables } from '../../shared/template/template-sheet';
import { BrandMark } from './BrandMark';
import { MatchTables } from './MatchTables';
import { useSession } from './use-session';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalXL,
  },
  lead: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    textWrap: 'balance',
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground2 },
});

/** First run in an empty workbook, or one whose tables we do not recognize. */
export function EmptyState({ empty }: { readonly empty: boolean }) {
  const styles = useStyles();
  const session = useSession();
  return (
    <div className={styles.box}>
      <BrandMark size={40} />
      <h2 className={styles.lead}>Rebalance a book from this workbook.</h2>
      <p className={styles.text}>Your data stays in Excel until you press Run.</p>
      {empty ? (
        <>
          <Button appearance="primary" size="large" onClick={() => session.openSample()}>
            Open the sample
          </Button>
          <Button onClick={() => session.addSheets(coreTables)}>Start blank</Button>
          <p className={styles.text}>Start blank makes the four sheets a run needs, each with an example row. Or bring your own: put accounts, holdings, securities and models each on a sheet of that name.</p>
        </>
      ) : (
        <>
          <MatchTables />
          <p className={styles.text}>We found none of the four tables a run needs by their names. Match yours, or give each a sheet of its own, named:</p>
          <ul className={styles.list}>
            <li>Accounts</li>
            <li>Holdings</li>
            <li>Securities</li>
            <li>Models</li>
          </ul>
          <Button onClick={() => session.look()}>
            Look again
          </Button>
          <p className={styles.text}>To see the sample, open an empty workbook.</p>
        </>
      )}
    </div>
  );
}
