import { asOfDay, readAction } from './action';

const none = { quantity: null, amount: null };

test.each([
  ['YOU BOUGHT WASTE MANAGEMENT INC (WM) (Margin)', 'Buy'],
  ['YOU BOUGHT ASSIGNED PUTS AS OF 07-10-26 UTILITIES SELECT SECTOR (XLU)', 'Buy'],
  ['YOU SOLD EXEC ON MULT EXCHG DETAILS ON REQUEST VALVOLINE INC COM (VVV)', 'Sell'],
  ['REDEMPTION PAYOUT HOUSTON TEX UTIL SYS REV REF BDS', 'Sell'],
  ['REDEMPTION FROM CORE ACCOUNT FIDELITY MMKT (FZDXX) (Cash)', 'Sell'],
  ['PURCHASE INTO CORE ACCOUNT FIDELITY MMKT (FZDXX) (Cash)', 'Buy'],
  ['REINVESTMENT VANGUARD BD INDEX FDS (BND) (Cash)', 'Reinvest'],
  ['DIVIDEND RECEIVED ZOETIS INC (ZTS) (Cash)', 'Dividend'],
  ['LONG-TERM CAP GAIN FIDELITY CONTRAFUND (FCNTX)', 'Dividend'],
  ['MUNI EXEMPT INT WHEAT RIDGE COLO SALES & USE TAX REV', 'Interest'],
  ['INTEREST EARNED CASH (315994103) (Cash)', 'Interest'],
  ['FOREIGN TAX PAID TAIWAN SEMICONDUCTOR (TSM)', 'Fee'],
  ['ADVISORY FEE', 'Fee'],
  ['REVERSE SPLIT R/S FROM 12345X101', 'Split'],
  ['BUY CANCEL KLMN INC', 'Other'],
  ['Exchange In', 'Buy'],
  ['Exchange Out', 'Sell'],
  ['EXPIRED CALL (AAPL) APPLE INC', 'Other'],
  ['MERGER MER FROM 54211N101', 'Other'],
  ['IN LIEU OF FRX SHARE LEU PAYOUT', 'Other'],
  ['', 'Other'],
  [null, 'Other'],
])('%s is %s', (words, action) => expect(readAction(words, none)).toBe(action));

test.each([
  ['TRANSFERRED FROM 555555555 (Cash)', { quantity: null, amount: 250 }, 'Deposit'],
  ['TRANSFERRED TO 444444444 (Cash)', { quantity: null, amount: -250 }, 'Withdrawal'],
  ['TRANSFER OF ASSETS ACAT RECEIVE KLMN INC (KLMN)', { quantity: 12, amount: null }, 'Transfer in'],
  ['TRANSFERRED TO Z11112222 KLMN INC (KLMN)', { quantity: -12, amount: null }, 'Transfer out'],
  ['Contributions', { quantity: 1.5, amount: 100 }, 'Buy'],
  ['JOURNALED', { quantity: null, amount: null }, 'Other'],
  ['Electronic Funds Transfer Paid (Cash)', { quantity: null, amount: -100 }, 'Withdrawal'],
  ['DIRECT DEPOSIT ACME PAYROLL (Cash)', { quantity: null, amount: 100 }, 'Deposit'],
  ['Check Paid # 9999 (Cash)', { quantity: null, amount: -612.5 }, 'Withdrawal'],
] as const)('%s %j is %s', (words, effect, action) => expect(readAction(words, effect)).toBe(action));

test.each([
  ['YOU SOLD KLMN INC as of 02/15/2019 (KLMN)', '02/15/2019'],
  ['REINVESTMENT as of Jan-30-2026 KLMN', 'Jan-30-2026'],
  ['YOU BOUGHT KLMN', null],
  [null, null],
])('the day within %s is %s', (words, day) => expect(asOfDay(words)).toBe(day));
