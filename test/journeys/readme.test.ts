import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder, rebal } from '../../server/commands/fixtures/terminal';

const readme = join(__dirname, '..', '..', 'README.md');
const asOf = '2026-11-20';
const shown = ['$ npm run rebal -- sample book.xlsx --as-of', asOf].join(' ');
const ran = '$ npm run rebal -- run book.xlsx --out result.xlsx --json result.json';

/** The README shows what the commands print today. `UPDATE_DOCS=1 npm test -- readme` writes it. */
test('the README shows the real output of the main job', async () => {
  await inFolder(async (folder) => {
    const [book, out, json] = ['book.xlsx', 'result.xlsx', 'result.json'].map((name) => join(folder, name));
    const bare = (text: string): string => text.replaceAll(`${folder}/`, '').trimEnd();
    const sample = await rebal('sample', book, '--as-of', asOf);
    const result = await rebal('run', book, '--out', out, '--json', json);
    const block = [shown, bare(sample.out), ran, bare(result.out)].join('\n');
    const text = readFileSync(readme, 'utf8');
    const [before, after] = [text.split(/```\n\$ npm run rebal -- sample/)[0], text.slice(text.indexOf('```', text.indexOf(shown)))];
    const expected = `${before}\`\`\`\n${block}\n${after}`;
    if (process.env.UPDATE_DOCS) writeFileSync(readme, expected);
    expect(readFileSync(readme, 'utf8')).toBe(expected);
  });
});
