import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest } from './manifest';

describe('the manifest', () => {
  it('gives the ribbon, the pane and the functions', () => {
    const manifest = readManifest(readFileSync(join(__dirname, '../../manifest.xml'), 'utf8'));
    expect(manifest).toMatchObject({
      name: 'REBAL',
      pane: '/taskpane.html',
      functions: { namespace: 'REBAL', metadata: '/functions.json' },
    });
    expect(manifest.tabs.map(({ label }) => label)).toEqual(['Home', 'REBAL']);
    const buttons = manifest.tabs.flatMap(({ groups }) => groups.flatMap((group) => group.buttons));
    expect(buttons.length).toBeGreaterThan(3);
    for (const { label, tip, icon } of buttons) expect([label, tip, icon].every(Boolean)).toBe(true);
    expect(buttons[0].action).toEqual({ kind: 'pane' });
    expect(buttons.some(({ action }) => action.kind === 'function' && action.name)).toBe(true);
  });

  it('refuses anything else', () => {
    expect(() => readManifest('<a/>')).toThrow('not an add-in manifest');
  });
});
