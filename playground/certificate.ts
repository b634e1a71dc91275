import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

const DAYS = 365;

/** The certificate for `localhost` in `folder`, made at the first start and again when it has run out. The key is readable by its owner only. */
export async function localCertificate(folder: string, today = new Date()): Promise<Certificate> {
  const [keyFile, certFile] = [join(folder, 'localhost.key'), join(folder, 'localhost.crt')];
  if (existsSync(keyFile) && existsSync(certFile)) {
    const known = { key: await readFile(keyFile, 'utf8'), cert: await readFile(certFile, 'utf8') };
    if (new Date(new X509Certificate(known.cert).validTo) > today) return known;
  }
  const made = await makeCertificate(today);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(keyFile, made.key, { mode: 0o600 });
  await writeFile(certFile, made.cert);
  return made;
}

async function makeCertificate(today: Date): Promise<Certificate> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keySize: 2048,
    algorithm: 'sha256',
    notBeforeDate: today,
    notAfterDate: new Date(today.getTime() + DAYS * 86_400_000),
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { key, cert };
}
