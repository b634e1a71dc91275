import { test } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const interpreter = '/usr/bin/python3';
const isPresent = existsSync(interpreter) && spawnSync(interpreter, ['-c', 'import openpyxl, PIL']).status === 0;
const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;

/** Tests that need openpyxl are skipped where it is not installed; where everything is tested they fail instead. */
export const withOpenpyxl = isPresent || process.env.CI ? test : test.skip;
/** The same for tests that need LibreOffice too. */
export const withLibreOffice = (isPresent && hasLibreOffice) || process.env.CI ? test : test.skip;

/** Runs a script of this folder and returns what it prints. */
export function python(script: string, ...argv: readonly string[]): string {
  return execFileSync(interpreter, [join(__dirname, `${script}.py`), ...argv], { encoding: 'utf8', maxBuffer: 1 << 28 });
}

/** Lets LibreOffice open a file and save it in another format into `folder`, with a profile of its own. */
export function convert(path: string, format: string, folder: string): void {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', format, '--outdir', folder, path], { stdio: 'pipe', timeout: 150_000 });
}
