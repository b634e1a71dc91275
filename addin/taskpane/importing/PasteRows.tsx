import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useSession } from '../use-session';
import { pastedSource } from './sources';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, width: '100%' },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
});

/** Rows from a web page or another workbook. */
export default function PasteRows({ onDone }: { readonly onDone: () => void }) {
  const styles = useStyles();
  const { imports } = useSession();
  const [text, setText] = useState('');
  const read = (): void => {
    onDone();
    void imports.add([pastedSource(text)]);
  };
  return (
    <div className={styles.box}>
      <Field label="Rows with their header row" hint="Copy them where they are and paste them here.">
        <Textarea resize="vertical" rows={5} value={text} onChange={(_, { value }) => setText(value)} />
      </Field>
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={text.trim() === ''} onClick={read}>
          Read
        </Button>
        <Button onClick={onDone}>Cancel</Button>
      </div>
    </div>
  );
}
