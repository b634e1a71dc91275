import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { BrandMark } from './BrandMark';

const useStyles = makeStyles({
  footer: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '40px',
    padding: `0 ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  text: { flexGrow: 1 },
});

/** Who we are, the promise about data, and help. */
export function Footer() {
  const styles = useStyles();
  return (
    <footer className={styles.footer}>
      <BrandMark size={18} />
      <span className={styles.text}>Runs on your data only when you press Run.</span>
      <Link href="help.html" target="_blank" rel="noopener">
        Help
      </Link>
    </footer>
  );
}
