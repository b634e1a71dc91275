import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { counted } from '../../shared/counted';
import { repairLines } from '../../shared/repairs/words';
import type { OfferedRepair } from '../session/offered-repairs';
import { isBusy } from '../session/state';
import { useSession, useSessionState } from './use-session';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  preview: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  says: { margin: 0, overflowWrap: 'anywhere' },
  cells: { listStyle: 'none', margin: 0, padding: 0, fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
});

/** What the button of a way says; ways without a name are the only one. */
const labels: Readonly<Record<string, string>> = {
  '': 'Apply',
  day: 'Day first',
  month: 'Month first',
  rescale: 'Rescale',
  cash: 'Add CASH',
  add: 'Add it',
  rename: 'Rename',
  quantity: 'Change quantity',
  price: 'Change price',
};

/** Buttons that mend what a card shows. What changes figures or many cells is shown first: old and new of the first cells, and how many. */
export function RepairOffer({ offers }: { readonly offers: readonly OfferedRepair[] }) {
  const styles = useStyles();
  const session = useSession();
  const busy = isBusy(useSessionState());
  const [shown, setShown] = useState<OfferedRepair>();
  const press = (offer: OfferedRepair): void => void (offer.asks ? setShown(offer) : session.fix(offer.repairs));
  if (shown) return <Preview offer={shown} onDone={() => setShown(undefined)} />;
  return (
    <div className={styles.row}>
      {offers.map((offer) => (
        <Button key={offer.way} size="small" disabledFocusable={busy} onClick={() => press(offer)}>
          {labels[offer.way] ?? offer.says}
          {offer.asks ? '…' : ''}
        </Button>
      ))}
    </div>
  );
}

function Preview({ offer, onDone }: { readonly offer: OfferedRepair; readonly onDone: () => void }) {
  const styles = useStyles();
  const session = useSession();
  const change = (): void => {
    onDone();
    void session.fix(offer.repairs);
  };
  return (
    <div className={styles.preview} role="group" aria-label="What would change">
      {offer.says !== '' && <p className={styles.says}>{offer.says}</p>}
      <ul className={styles.cells}>
        {repairLines({ cells: offer.repairs.flatMap(({ cells }) => cells) }).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className={styles.row}>
        <Button size="small" appearance="primary" onClick={change}>
          Change {counted(offer.cells, 'cell')}
        </Button>
        <Button size="small" onClick={onDone}>
          Leave as it is
        </Button>
      </div>
    </div>
  );
}
