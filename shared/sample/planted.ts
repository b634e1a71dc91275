/** The account whose rules conflict: its largest holding may not be sold, and may not be that large. */
export const conflictAccount = '5530-2217';
/** The account one of whose rows has lost its leading zeros, and the row's symbol. */
export const lostZeros = { accountId: '00718850', symbol: 'IXUS', typed: '718850' } as const;
/** The wash-sale trap: a loss in `taxable` that a purchase in `ira` of the same class would disallow. */
export const washTrap = { taxable: '4471-0093', symbol: 'VTI', ira: '4471-0101', bought: 'VTSAX', daysAgo: 9 } as const;
/** The gain that is a few days from long-term. */
export const nearLongTerm = { accountId: '4471-0093', symbol: 'AAPL', days: 12 } as const;
