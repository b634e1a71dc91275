import { hasCode } from './in-excel';

/** Between two looks whether the user has left the cell, milliseconds. */
const lookAgain = 400;

/**
 * Resolves when no cell is being edited. Excel tells it only by refusing a request, so a request that changes nothing is sent;
 * `onWaiting` is called once when it is refused. Rejects with the signal's reason when the user no longer wants to wait.
 */
export async function afterCellEdit(onWaiting: () => void, signal: AbortSignal): Promise<void> {
  for (let waiting = false; ; waiting = true) {
    signal.throwIfAborted();
    if (!(await isEditing())) return;
    if (!waiting) onWaiting();
    await new Promise((resolve) => setTimeout(resolve, lookAgain));
  }
}

async function isEditing(): Promise<boolean> {
  try {
    await Excel.run(async (context) => {
      context.workbook.application.load('calculationMode');
      await context.sync();
    });
    return false;
  } catch (fault) {
    if (hasCode(fault, 'InvalidOperationInCellEditMode')) return true;
    throw fault;
  }
}
