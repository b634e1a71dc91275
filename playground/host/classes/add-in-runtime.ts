import type { RuntimeState } from '../add-in-runtime';
import { invalidArgument } from '../fault';
import type { WorkbookModel } from '../../model/workbook';
import type { Service } from '../service';

function requireState(value: unknown): RuntimeState {
  if (value !== 'Inactive' && value !== 'Background' && value !== 'Visible') throw invalidArgument();
  return value;
}

/** Behind Office.addin.showAsTaskpane and hide. */
export const appRuntimeService: Service<WorkbookModel> = {
  methods: {
    GetAppRuntimeState: (_workbook, _args, host) => host.runtime.state,
    SetAppRuntimeState: (_workbook, [state], host) => host.runtime.setState(requireState(state)),
  },
};

/** Behind Office.addin.getStartupBehavior and setStartupBehavior. */
export const appRuntimePersistence: Service<WorkbookModel> = {
  methods: {
    GetAppRuntimeStartState: (_workbook, _args, host) => host.runtime.startState,
    SetAppRuntimeStartState: (_workbook, [state], host) => {
      host.runtime.startState = requireState(state);
    },
  },
};

/** Behind Office.ribbon.requestUpdate: recorded. */
export const dynamicRibbon: Service<WorkbookModel> = {
  methods: {
    ExecuteRequestUpdate: (_workbook, [json], host) => {
      host.runtime.ribbonUpdates.push(String(json));
    },
  },
};

/** Behind Office.addin.beforeDocumentCloseNotification: accepted, never fired. */
export const beforeDocumentClose: Service<WorkbookModel> = {
  methods: { Enable: () => undefined, Disable: () => undefined },
};

/** The library says that ribbon commands may come. */
export const addinInternal: Service<WorkbookModel> = {
  methods: { NotifyActionHandlerReady: () => undefined },
};
