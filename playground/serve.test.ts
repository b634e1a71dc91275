import { mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localCertificate } from './certificate';
import { type PlaygroundOptions, playgroundFetch, servePlayground } from './serve';

describe('the playground server', () => {
  let folder: string;
  let options: PlaygroundOptions;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rebal-serve-'));
    for (const name of ['addin/assets', 'page']) await mkdir(join(folder, name), { recursive: true });
    await writeFile(
      join(folder, 'addin/taskpane.html'),
      '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>',
    );
    await writeFile(join(folder, 'addin/assets/a b.png'), 'png');
    await writeFile(join(folder, 'addin/.secret'), 'secret');
    await writeFile(join(folder, 'page/index.html'), '<p>host</p>');
    await writeFile(join(folder, 'manifest.xml'), '<OfficeApp/>');
    await writeFile(join(folder, 'outside.txt'), 'outside');
    await symlink(join(folder, 'outside.txt'), join(folder, 'addin/link.txt'));
    options = {
      port: 0,
      addinDir: join(folder, 'addin'),
      pageDir: join(folder, 'page'),
      manifestFile: join(folder, 'manifest.xml'),
      certificateDir: join(folder, 'certs'),
    };
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  const ask = (path: string, init?: RequestInit, more: Partial<PlaygroundOptions> = {}) =>
    Promise.resolve(playgroundFetch({ ...options, ...more })(new Request(`https://localhost${path}`, init)));

  it('serves the host page, the manifest and the add-in', async () => {
    expect(await (await ask('/excel/')).text()).toBe('<p>host</p>');
    expect((await ask('/excel/manifest.xml')).headers.get('content-type')).toContain('xml');
    expect((await ask('/assets/a%20b.png')).headers.get('content-type')).toBe('image/png');
    expect((await ask('/')).headers.get('location')).toBe('/excel/');
  });

  it('gives pages of the add-in the library from this machine, and leaves the file alone', async () => {
    const page = await ask('/taskpane.html');
    expect(await page.text()).toBe('<script src="/office-js/office.js"></script>');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(await readFile(join(folder, 'addin/taskpane.html'), 'utf8')).toContain('appsforoffice');
    expect((await ask('/office-js/office.js')).status).toBe(200);
  });

  it.each([
    '/../outside.txt',
    '/%2e%2e/outside.txt',
    '/..%2foutside.txt',
    '/.secret',
    '/link.txt',
    '/assets',
    '/%00',
    '/%',
    '/a\\..\\b',
    '/excel/..%2faddin%2ftaskpane.html',
  ])('gives nothing for %s', async (path) => {
    const response = await ask(path);
    expect([404, 302]).toContain(response.status);
    expect(await response.text()).not.toMatch(/outside|secret/);
  });

  it('answers to localhost only, and reads only', async () => {
    expect((await ask('/excel/', { headers: { host: 'evil.example' } })).status).toBe(421);
    expect((await ask('/excel/', { method: 'POST' })).status).toBe(405);
  });

  it('passes /v1/ to the service, or says that there is none', async () => {
    const service = async (request: Request) => new Response(`${request.method} ${new URL(request.url).pathname} ${await request.text()}`);
    expect(await (await ask('/v1/runs', { method: 'POST', body: 'book' }, { service })).text()).toBe('POST /v1/runs book');
    expect((await ask('/v1/runs')).status).toBe(502);
  });

  it('has a sample when it is given one', async () => {
    expect((await ask('/excel/sample.xlsx')).status).toBe(204);
    expect((await ask('/excel/sample.xlsx', {}, { sample: '/nowhere/sample.xlsx' })).status).toBe(204);
    const sample = async () => new Uint8Array([80, 75]);
    expect(new Uint8Array(await (await ask('/excel/sample.xlsx', {}, { sample })).arrayBuffer())).toEqual(new Uint8Array([80, 75]));
  });

  it('keeps its certificate, private to its owner, until it runs out', async () => {
    const certs = join(folder, 'certs');
    const first = await localCertificate(certs);
    expect(await localCertificate(certs)).toEqual(first);
    expect((await stat(join(certs, 'localhost.key'))).mode & 0o077).toBe(0);
    expect(await localCertificate(certs, new Date(Date.now() + 400 * 86_400_000))).not.toEqual(first);
  });

  it('listens on this machine by https', async () => {
    const server = await servePlayground(options);
    try {
      const body = await new Promise<string>((resolve, reject) => {
        get(`${server.url}/excel/`, { rejectUnauthorized: false }, (response) => {
          let text = '';
          response.on('data', (piece: Buffer) => {
            text += piece.toString();
          });
          response.on('end', () => resolve(text));
        }).on('error', reject);
      });
      expect(body).toBe('<p>host</p>');
    } finally {
      await server.close();
    }
  });
});
