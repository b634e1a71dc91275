import { createRoot } from 'react-dom/client';
import type { Session } from '../session/session';
import { TaskPane } from './TaskPane';

/** Shows the pane in `root` and looks at the workbook. */
export function mount(root: HTMLElement, session: Session): void {
  createRoot(root).render(<TaskPane session={session} />);
  void session.look();
}
