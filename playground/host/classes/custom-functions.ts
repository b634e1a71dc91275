import type { WorkbookModel } from '../../model/workbook';
import type { Service } from '../service';
import type { InvocationResult } from '../custom-functions';

/** The object through which the add-in's function runtime reports: ready, and results. */
export const customFunctions: Service<WorkbookModel> = {
  methods: {
    _SetOsfControlContainerReadyForCustomFunctions: (_workbook, _args, host) => host.functions.ready(),
    _GetEnabledFeatures: () => [],
    SetInvocationArrayResults: (_workbook, [results], host) => host.functions.answer(results as InvocationResult[]),
  },
};
