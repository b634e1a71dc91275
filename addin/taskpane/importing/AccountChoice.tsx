import { Combobox, Field, Option } from '@fluentui/react-components';
import { useState } from 'react';
import type { AccountMatch } from '../../../shared/imports/into/match-accounts';
import { useSession } from '../use-session';
import { matchWords } from './import-words';

/** Options shown at once; typing narrows the list of a large book. */
const optionsShown = 50;
const leaveOut = 'Leave it out';

interface Props {
  readonly match: AccountMatch;
  readonly index: number;
  readonly accountIds: readonly string[];
}

/** Which account of the book one of a file is: chosen by typing part of its ID. Nothing is chosen for the user. */
export function AccountChoice({ match, index, accountIds }: Props) {
  const { imports } = useSession();
  const [typed, setTyped] = useState<string>();
  const { fileAccount, accountId, kind } = match;
  const wanted = (typed ?? '').trim().toLowerCase();
  const fitting = accountIds.filter((id) => id.toLowerCase().includes(wanted)).slice(0, optionsShown);
  return (
    <Field label={fileAccount === '' ? 'The account, which the file does not name' : `Account ${fileAccount} of the file`} hint={kind && accountId ? `Found: ${matchWords[kind]}.` : 'Not found in Accounts. Nothing of it is taken until you choose.'}>
      <Combobox
        placeholder="Choose an account"
        value={typed ?? accountId ?? ''}
        selectedOptions={accountId ? [accountId] : []}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={() => setTyped(undefined)}
        onOptionSelect={(_, { optionValue }) => {
          setTyped(undefined);
          if ((optionValue || undefined) !== accountId) void imports.chooseAccount(index, fileAccount, optionValue || undefined);
        }}
      >
        {fitting.map((id) => (
          <Option key={id} value={id}>
            {id}
          </Option>
        ))}
        {kind === 'named' && (
          <Option key="none" value="" text={leaveOut}>
            {leaveOut}
          </Option>
        )}
        {fitting.length === 0 && <Option key="nothing" value={accountId ?? ''} disabled>{`No account has “${typed}” in its ID`}</Option>}
      </Combobox>
    </Field>
  );
}
