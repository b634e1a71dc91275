import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { definitionOf } from '../../shared/contract';
import { counted } from '../../shared/counted';
import { columnName } from '../../shared/mapping/adopt';
import type { ColumnProposal, MapProposal, TableProposal } from '../../shared/mapping/guess/propose-map';
import { isBusy } from '../session/state';
import { useSession, useSessionState } from './use-session';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyle: 'none', width: '100%' },
  table: { padding: tokens.spacingHorizontalS, borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground3 },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  words: { margin: 0, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2 },
});

/** "Use this workbook": what the user's own tables are taken for, what waits for a yes, and the button that writes the map. */
export function MatchTables() {
  const styles = useStyles();
  const session = useSession();
  const busy = isBusy(useSessionState());
  const [proposal, setProposal] = useState<MapProposal>();
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set());
  const find = async (): Promise<void> => setProposal(await session.proposeMap());
  const tick = (name: string, yes: boolean): void => setAccepted((before) => new Set(yes ? [...before, name] : [...before].filter((one) => one !== name)));
  if (!proposal) {
    return (
      <Button appearance="primary" disabledFocusable={busy} onClick={() => void find()}>
        Use this workbook
      </Button>
    );
  }
  if (proposal.tables.length === 0) return <p className={styles.words}>No sheet looks like accounts, holdings, securities or models.</p>;
  return (
    <>
      <ul className={styles.list} aria-label="Tables found">
        {proposal.tables.map((table) => (
          <li key={table.table} className={styles.table}>
            <TableMatch table={table} accepted={accepted} onTick={tick} />
          </li>
        ))}
      </ul>
      <Button appearance="primary" disabledFocusable={busy} onClick={() => void session.adopt([...accepted])}>
        Match them
      </Button>
      <p className={styles.words}>Your sheets stay as they are. A sheet named Setup will say what was matched.</p>
    </>
  );
}

interface Match {
  readonly table: TableProposal;
  readonly accepted: ReadonlySet<string>;
  readonly onTick: (name: string, yes: boolean) => void;
}

const percent = (confidence: number): string => `${Math.round(confidence * 100)} % sure`;

function TableMatch({ table, accepted, onTick }: Match) {
  const styles = useStyles();
  const { sheet } = definitionOf(table.table);
  const sure = table.columns.filter((column) => column.sure);
  const open = table.columns.filter((column) => (!column.sure && column.required) || (column.change && !column.change.used));
  return (
    <>
      <p className={styles.title}>
        {sheet} is {table.yourTable} ({percent(table.confidence)})
      </p>
      <p className={styles.words}>{sure.map(({ header, yourColumn }) => `${header}: ${yourColumn || 'the titles'}`).join(' · ')}</p>
      {table.missing.length > 0 && <p className={styles.words}>Not found: {table.missing.join(', ')}</p>}
      {!table.sure && <Checkbox label={`Yes, ${table.yourTable} is ${sheet}`} checked={accepted.has(sheet)} onChange={(_event, { checked }) => onTick(sheet, checked === true)} />}
      {open.map((column) => (
        <Checkbox key={column.header} label={question(column)} checked={accepted.has(columnName(table, column))} onChange={(_event, { checked }) => onTick(columnName(table, column), checked === true)} />
      ))}
    </>
  );
}

/** `Read 12 cells of “Goal” ÷100: 45 → 0.45, because …`, or the guess itself where it is not sure. */
function question({ header, yourColumn, confidence, change }: ColumnProposal): string {
  const guess = `${header} is “${yourColumn || 'the titles'}” (${percent(confidence)})`;
  if (!change) return guess;
  const [first] = change.preview;
  return `Read ${counted(change.count, 'cell')} of “${yourColumn}” with ${change.change}: ${String(first.before)} → ${String(first.after)}, since ${change.because}`;
}
