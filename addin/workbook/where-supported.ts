import { hasCode } from './in-excel';

/** Codes by which a host says that it does not know a call. */
const unknownCalls = ['ApiNotFound', 'NotImplemented', 'UnsupportedOperation'];

/**
 * Asks for something that only adds to a sheet's looks, in a request of its own. A host that lacks the call leaves the
 * sheet plainer; results are never lost to a missing decoration. Any other fault is thrown.
 */
export async function whereSupported(context: Excel.RequestContext, decorate: () => void): Promise<void> {
  decorate();
  try {
    await context.sync();
  } catch (fault) {
    if (!unknownCalls.some((code) => hasCode(fault, code))) throw fault;
  }
}
