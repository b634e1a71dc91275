import { WorkbookModel } from '../model/workbook';
import { readXlsx } from '../xlsx/read';
import { readManifest } from './manifest';
import { Playground } from './playground';

declare global {
  interface Window {
    /** The page's own object, for tests that drive it. */
    playground?: Playground;
  }
}

/** The text at an address, or undefined when there is none. */
async function textAt(address: string): Promise<string | undefined> {
  const answer = await fetch(address);
  return answer.ok ? answer.text() : undefined;
}

/** The sample workbook, or a blank one when none is served. */
async function sample(): Promise<WorkbookModel> {
  const answer = await fetch('/excel/sample.xlsx');
  return answer.status === 200 ? readXlsx(await answer.arrayBuffer(), 'REBAL sample.xlsx') : new WorkbookModel();
}

async function start(): Promise<void> {
  const manifestText = await textAt('/excel/manifest.xml');
  if (!manifestText) throw new Error('The manifest is missing.');
  const manifest = readManifest(manifestText);
  const functions = manifest.functions && (await textAt(manifest.functions.metadata));
  const query = new URLSearchParams(location.search);
  const playground = new Playground(
    document.body,
    { manifest, functions, sample },
    { blank: query.get('blank') === 'zero' ? 'zero' : 'null' },
  );
  window.playground = playground;
  playground.open(query.get('book') === 'blank' ? new WorkbookModel() : await sample());
}

void start();
