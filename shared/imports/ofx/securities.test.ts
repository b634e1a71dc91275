import { Securities } from './securities';
import { parseOfx } from './tree';

const { root } = parseOfx(`<OFX><SECLIST>
<STOCKINFO><SECINFO><SECID><UNIQUEID>100000001<UNIQUEIDTYPE>CUSIP</SECID><SECNAME>ORLN CORP<TICKER>ORLN</SECINFO></STOCKINFO>
<OTHERINFO><SECINFO><SECID><UNIQUEID>PLAN01<UNIQUEIDTYPE>PRIVATE</SECID><SECNAME>Stable value<TICKER>N/A</SECINFO></OTHERINFO>
<OPTINFO><SECINFO><SECID><UNIQUEID>X9<UNIQUEIDTYPE>OTHER</SECID><SECNAME>ORLN Mar 27 Put</SECINFO><SECID><UNIQUEID>100000001<UNIQUEIDTYPE>CUSIP</SECID></OPTINFO>
<DEBTINFO><SECINFO><SECID><UNIQUEID>200000002<UNIQUEIDTYPE>CUSIP</SECID><SECNAME>T BILL</SECINFO></DEBTINFO>
</SECLIST></OFX>`);
const find = (id: string, type: string) => new Securities(root).find(new Map([['UNIQUEID', id], ['UNIQUEIDTYPE', type]]));

test.each([
  ['100000001', 'CUSIP', { symbol: 'ORLN', cusip: '100000001', description: 'ORLN CORP', assetType: null }],
  ['PLAN01', 'PRIVATE', { symbol: null, cusip: null, description: 'Stable value', assetType: null }],
  ['X9', 'OTHER', { symbol: 'ORLN Mar 27 Put', cusip: null, description: 'ORLN Mar 27 Put', assetType: 'option' }],
  ['200000002', 'CUSIP', { symbol: null, cusip: '200000002', description: 'T BILL', assetType: 'bond' }],
  ['999999999', 'CUSIP', { symbol: null, cusip: '999999999', description: null, assetType: null }],
  ['VTI', 'TICKER', { symbol: 'VTI', cusip: null, description: null, assetType: null }],
])('%s (%s)', (id, type, security) => expect(find(id, type)).toEqual(security));
