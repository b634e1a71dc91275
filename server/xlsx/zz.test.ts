import { openXlsx, newXlsx } from './xlsx-workbook';
test('big', async () => { 
  const cols = Array.from({length:15},(_,i)=>({header:'c'+i, kind: i%2?'number':'text', format: i%2?'#,##0':'@', width:12} as const));
  const rows = Array.from({length:100000},(_,r)=>cols.map((c,i)=>c.kind==='number'?(r*7+i)/3:`text ${r%1000}`));
  const cpu = async <T,>(name: string, f: () => Promise<T>): Promise<T> => { const a = process.cpuUsage(); const t = Date.now(); const r = await f(); const u = process.cpuUsage(a); console.log(name, 'wall', Date.now()-t, 'cpu', (u.user+u.system)/1000, 'rss', process.memoryUsage().rss/1e6); return r; };
  const sheet = {sheet:'Big',table:'rb_Big',columns:cols,rows,frozenColumns:1,tabColor:'#2E75B6'};
  const n = newXlsx(); await cpu('write', () => n.write([sheet]));
  const bytes = await cpu('save', () => n.save()); 
  const o = await openXlsx(bytes); await cpu('read', () => o.read(()=>true));
  await cpu('update', () => o.write([sheet]));
});
