import type { Fields } from '../table/header';

/** The leaves of statements, positions and transactions that are read. */
export const ofxFields = {
  account: ['ACCTID'],
  asOf: ['DTASOF'],
  defaultCurrency: ['CURDEF'],
  currency: ['CURSYM'],
  heldIn: ['HELDINACCT'],
  posType: ['POSTYPE'],
  units: ['UNITS'],
  unitPrice: ['UNITPRICE'],
  value: ['MKTVAL'],
  tradeDay: ['DTTRADE', 'DTPOSTED', 'DTSETTLE'],
  transactionId: ['FITID'],
  total: ['TOTAL', 'TRNAMT'],
  commission: ['COMMISSION'],
  fees: ['FEES'],
  taxes: ['TAXES'],
  load: ['LOAD'],
  incomeType: ['INCOMETYPE'],
  transferAction: ['TFERACTION'],
  trnType: ['TRNTYPE'],
  name: ['NAME'],
  memo: ['MEMO'],
  availableCash: ['AVAILCASH'],
  margin: ['MARGINBALANCE'],
  balance: ['BALAMT'],
  newUnits: ['NEWUNITS'],
} as const satisfies Fields;

export type OfxField = keyof typeof ofxFields;
