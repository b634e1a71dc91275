import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { program } from '../../server/commands/program';

const page = (name: string): string => readFileSync(join(__dirname, '../..', name), 'utf8');
const commands = program(() => undefined).commands;
const lines = commands.flatMap((command) => (command.commands.length > 0 ? command.commands.map((inner) => `${command.name()} ${inner.name()}`) : [command.name()]));

test('the README has every command of the terminal, and no other', () => {
  const named = [...page('README.md').matchAll(/^\| `rebal (risk \w+|\w+)/gm)].map(([, name]) => name);
  expect([...new Set(named)].sort()).toEqual([...lines].sort());
});

test('the options that the README shows are there', () => {
  const known = new Map(commands.flatMap((command) => [command, ...command.commands]).map((command) => [command.name(), command.options.map(({ long }) => long)]));
  for (const [, name, rest] of page('README.md').matchAll(/^\| `rebal (?:risk )?(\w+)([^`]*)`/gm))
    for (const [option] of rest.matchAll(/--[\w-]+/g)) expect([name, known.get(name)]).toEqual([name, expect.arrayContaining([option])]);
});

test('who works on it is told of every command', () => {
  const [line] = /^\| `npm run rebal.*$/m.exec(page('CONTRIBUTING.md')) ?? [''];
  const named = [...(line.split('|')[2] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name);
  expect(named.sort()).toEqual(commands.map((command) => command.name()).sort());
});
