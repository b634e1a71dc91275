/** The custom functions that answer at once, without sign-in or network. Each file declares one. */
export { band } from './band';
export { drift } from './drift';
export { inBand } from './in-band';
export { quick } from './quick';
export { taxDue } from './tax-due';
export { term } from './term';
export { washSale } from './wash-sale';
