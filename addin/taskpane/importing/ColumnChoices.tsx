import { Button, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { counted } from '../../../shared/counted';
import type { GuessedColumns } from '../../../shared/imports/chosen-columns';
import type { GenericField } from '../../../shared/imports/generic/meanings';
import { useSession } from '../use-session';
import { visuallyHidden } from '../visually-hidden';
import { fieldWords, sureWords } from './import-words';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  fold: { alignSelf: 'flex-start' },
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  caption: { ...visuallyHidden },
  heading: { textAlign: 'left', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3, paddingBottom: tokens.spacingVerticalXS },
  narrow: { width: '42%' },
  column: { textAlign: 'left', verticalAlign: 'top', padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} 0`, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  samples: { display: 'block', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
  meaning: { verticalAlign: 'top', padding: `${tokens.spacingVerticalXS} 0` },
  select: { width: '100%', minWidth: 0 },
  sure: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

const notUsed = '';

interface Props {
  readonly table: GuessedColumns;
  /** Of the file. */
  readonly index: number;
  readonly usedBefore: boolean;
  readonly open: boolean;
}

/** Columns of a layout that nobody described: what each is taken for, and the way to correct it. */
export function ColumnChoices({ table, index, usedBefore, open }: Props) {
  const styles = useStyles();
  const [shown, setShown] = useState(open);
  return (
    <div className={styles.box}>
      <Button size="small" appearance="subtle" className={styles.fold} aria-expanded={shown} onClick={() => setShown(!shown)}>
        {shown ? 'Hide' : 'Show'} what {counted(table.columns.length, 'column')} {table.columns.length === 1 ? 'means' : 'mean'}
      </Button>
      {shown && (
        <table className={styles.table}>
          <caption className={styles.caption}>
            Columns of {table.sheet ?? 'the file'}, header on line {table.line}
          </caption>
          <thead>
            <tr>
              <th scope="col" className={mergeClasses(styles.heading, styles.narrow)}>
                In the file
              </th>
              <th scope="col" className={styles.heading}>
                Means
              </th>
            </tr>
          </thead>
          <tbody>
            {table.columns.map((guess) => (
              <ColumnRow key={guess.column} guess={guess} index={index} usedBefore={usedBefore} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

type Guess = GuessedColumns['columns'][number];

function ColumnRow({ guess, index, usedBefore }: { readonly guess: Guess; readonly index: number; readonly usedBefore: boolean }) {
  const styles = useStyles();
  const { imports } = useSession();
  const { header, column, samples, field } = guess;
  const name = header || `Column ${column + 1}`;
  const choose = (value: string): void => void imports.chooseColumn(index, { header, column, field: value === notUsed ? null : (value as GenericField) });
  return (
    <tr>
      <th scope="row" className={styles.column}>
        {name}
        <span className={styles.samples}>{samples.join(', ') || 'blank'}</span>
      </th>
      <td className={styles.meaning}>
        <Select className={styles.select} size="small" aria-label={`Meaning of ${name}`} value={field ?? notUsed} onChange={(_, { value }) => choose(value)}>
          <option value={notUsed}>Not used</option>
          {fieldWords.map((one) => (
            <option key={one.field} value={one.field}>
              {one.words}
            </option>
          ))}
        </Select>
        <span className={styles.sure}>{sureWords(guess, usedBefore)}</span>
      </td>
    </tr>
  );
}
