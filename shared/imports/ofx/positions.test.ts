import { RecordReader } from '../table/record';
import { ofxFields } from './fields';
import { positionRow } from './positions';

const owner = { account: '1', currency: 'USD' };
const security = { symbol: 'VTI', cusip: null, description: null, assetType: null } as const;
const row = (element: string, values: Record<string, string>) =>
  positionRow(element, new RecordReader('a.ofx', ofxFields).record(new Map(Object.entries(values)), 1), security, owner);

test.each([
  ['POSSTOCK', { UNITS: '2', UNITPRICE: '3', MKTVAL: '6' }, { kind: 'position', quantity: 2, price: 3, marketValue: 6, assetType: null, currency: 'USD' }],
  ['POSSTOCK', { UNITS: '0', MKTVAL: '0' }, { kind: 'skip', quantity: 0 }],
  ['POSOPT', { UNITS: '2', MKTVAL: '820', POSTYPE: 'SHORT' }, { quantity: -2, marketValue: -820, assetType: 'option' }],
  ['POSOPT', { UNITS: '-2', MKTVAL: '-820', POSTYPE: 'SHORT' }, { quantity: -2, marketValue: -820 }],
  ['POSDEBT', { UNITS: '96000', UNITPRICE: '99.292', MKTVAL: '95320.32' }, { price: 99.292, assetType: 'bond' }],
  ['POSDEBT', { UNITS: '1000', UNITPRICE: '0.985', MKTVAL: '985' }, { price: 98.5 }],
  ['POSDEBT', { UNITS: '1000', UNITPRICE: '98.5' }, { price: 98.5, marketValue: null }],
  ['POSMF', { UNITS: '1', CURSYM: 'EUR' }, { currency: 'EUR', price: null, marketValue: null }],
])('%s of %j', (element, values, known) => expect(row(element, values)).toMatchObject(known));
