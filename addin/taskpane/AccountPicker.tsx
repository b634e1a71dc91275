import { Combobox, makeStyles, Option, Tag, TagGroup, tokens } from '@fluentui/react-components';
import { useState } from 'react';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  combo: { minWidth: 0, width: '100%' },
  tags: { flexWrap: 'wrap', rowGap: tokens.spacingVerticalXS },
});

/** Options shown at once; typing narrows the list of a large book. */
const optionsShown = 50;

interface Props {
  readonly accounts: readonly string[];
  readonly chosen: readonly string[];
  readonly onChoose: (accounts: readonly string[]) => void;
}

/** Accounts picked by typing part of their ID. */
export default function AccountPicker({ accounts, chosen, onChoose }: Props) {
  const styles = useStyles();
  const [typed, setTyped] = useState('');
  const matches = accounts.filter((id) => id.toLowerCase().includes(typed.trim().toLowerCase())).slice(0, optionsShown);
  return (
    <div className={styles.box}>
      <Combobox
        aria-label="Accounts"
        className={styles.combo}
        multiselect
        placeholder="Type an account ID"
        value={typed}
        selectedOptions={[...chosen]}
        onChange={(event) => setTyped(event.target.value)}
        onOptionSelect={(_, { selectedOptions }) => {
          setTyped('');
          onChoose(selectedOptions);
        }}
      >
        {matches.map((id) => (
          <Option key={id} value={id}>
            {id}
          </Option>
        ))}
        {matches.length === 0 && <Option key="none" value="" disabled>{`No account has “${typed}” in its ID`}</Option>}
      </Combobox>
      {chosen.length > 0 && (
        <TagGroup
          className={styles.tags}
          aria-label="Chosen accounts"
          onDismiss={(_, { value }) => onChoose(chosen.filter((id) => id !== value))}
        >
          {chosen.map((id) => (
            <Tag key={id} value={id} size="small" dismissible dismissIcon={{ 'aria-label': 'Remove' }}>
              {id}
            </Tag>
          ))}
        </TagGroup>
      )}
    </div>
  );
}
