import { readFileSync, writeFileSync } from 'node:fs';
import { openXlsx, newXlsx } from './xlsx-workbook';
import { outputSheets } from '../../shared/sheets';
import { auditRow, runResult } from '../../shared/sheets/test-result';
test('look', async () => { const n = newXlsx(); const r = runResult(24);
 const t = r.trades.map((x,i)=>({...x, accountId: '44710'+Math.floor(i/4), checks: i===3?'⚠ 1':i===9?'⛔ 1':'OK', amount: x.amount*(i%5+1)/3, estTax:i%3===0?-200:x.estTax, gainOrLoss:i%2?null:x.gainOrLoss, status: i===7?'Rejected':'Proposed', approve:i===2}));
 await n.write(outputSheets({...r, trades:t}, [auditRow]), undefined); writeFileSync('/tmp/xx/new.xlsx', await n.save()); });
test('big', async () => { 
  const cols = Array.from({length:15},(_,i)=>({header:'c'+i, kind: i%2?'number':'text', format: i%2?'#,##0':'@', width:12} as const));
  const rows = Array.from({length:100000},(_,r)=>cols.map((c,i)=>c.kind==='number'?(r*7+i)/3:`text ${r%1000}`));
  let t = Date.now(); const n = newXlsx(); await n.write([{sheet:'Big',table:'rb_Big',columns:cols,rows,frozenColumns:1,tabColor:'#2E75B6'}]); console.log('write', Date.now()-t, process.memoryUsage().rss/1e6);
  t = Date.now(); const bytes = await n.save(); console.log('save', Date.now()-t, bytes.length, process.memoryUsage().rss/1e6);
  t = Date.now(); const o = await openXlsx(bytes); const c = await o.read(()=>true); console.log('read', Date.now()-t, c.regions[0].values.length, process.memoryUsage().rss/1e6);
  t = Date.now(); await o.write([{sheet:'Big',table:'rb_Big',columns:cols,rows,frozenColumns:1,tabColor:'#2E75B6'}]); console.log('update', Date.now()-t, process.memoryUsage().rss/1e6);
});
