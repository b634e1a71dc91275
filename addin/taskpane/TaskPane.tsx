import { FluentProvider, makeStyles, Tab, tabClassNames, TabList, tokens } from '@fluentui/react-components';
import { Database20Regular } from '@fluentui/react-icons/svg/database';
import { Play20Regular } from '@fluentui/react-icons/svg/play';
import { useCallback, useEffect, useState } from 'react';
import type { Session } from '../session/session';
import { Announcer } from './Announcer';
import { DataTab } from './DataTab';
import { Footer } from './Footer';
import { NoticeBar } from './NoticeBar';
import { RunTab } from './RunTab';
import { StatusStrip } from './StatusStrip';
import { visuallyHidden } from './visually-hidden';
import { SessionContext, useSession, useSessionState } from './use-session';
import { useTheme } from './use-theme';

const useStyles = makeStyles({
  provider: { height: '100vh' },
  pane: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minWidth: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  name: { ...visuallyHidden },
  tabs: { padding: `0 ${tokens.spacingHorizontalS}`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  tab: {
    minWidth: '76px',
    minHeight: '52px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    rowGap: '2px',
    // Fluent keeps room beside the label for its bold form; in a column that room would push the label down.
    [`& .${tabClassNames.content}--reserved-space`]: { display: 'none' },
  },
  main: {
    flexGrow: 1,
    overflowY: 'auto',
    padding: tokens.spacingHorizontalL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
  },
  panel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
});

export type TabName = 'data' | 'run';

/** The whole pane. The theme follows Excel and the system; focus moves only when the user moves it. */
export function TaskPane({ session, start = 'data' }: { readonly session: Session; readonly start?: TabName }) {
  const styles = useStyles();
  const theme = useTheme();
  return (
    <FluentProvider theme={theme} className={styles.provider}>
      <SessionContext.Provider value={session}>
        <Frame start={start} />
      </SessionContext.Provider>
    </FluentProvider>
  );
}

function Frame({ start }: { readonly start: TabName }) {
  const styles = useStyles();
  const state = useSessionState();
  const [tab, setTab] = useTab(start);
  const showData = useCallback(() => setTab('data'), [setTab]);
  return (
    <div className={styles.pane}>
      <header>
        <h1 className={styles.name}>REBAL</h1>
        <StatusStrip onOpen={setTab} />
        <TabList className={styles.tabs} selectedValue={tab} onTabSelect={(_, { value }) => setTab(value as TabName)} aria-label="REBAL">
          <Tab
            id="tab-data"
            className={styles.tab}
            value="data"
            icon={<Database20Regular />}
            aria-controls="panel"
            aria-current={tab === 'data' ? 'page' : undefined}
          >
            Data
          </Tab>
          <Tab
            id="tab-run"
            className={styles.tab}
            value="run"
            icon={<Play20Regular />}
            aria-controls="panel"
            aria-current={tab === 'run' ? 'page' : undefined}
          >
            Run
          </Tab>
        </TabList>
      </header>
      <main className={styles.main}>
        {state.notice && <NoticeBar notice={state.notice} onShowData={showData} />}
        <div id="panel" role="tabpanel" aria-labelledby={`tab-${tab}`} className={styles.panel}>
          {tab === 'data' ? <DataTab /> : <RunTab onShowData={showData} />}
        </div>
      </main>
      <Footer />
      <Announcer />
    </div>
  );
}

/** The open tab; a run started elsewhere (ribbon) shows itself. */
function useTab(start: TabName): [TabName, (tab: TabName) => void] {
  const [tab, setTab] = useState(start);
  const { store } = useSession();
  useEffect(() => {
    let before = store.get().activity.kind;
    return store.subscribe(() => {
      const { activity } = store.get();
      if (before === 'idle' && 'then' in activity) setTab(activity.then === 'run' ? 'run' : 'data');
      before = activity.kind;
    });
  }, [store]);
  return [tab, setTab];
}
