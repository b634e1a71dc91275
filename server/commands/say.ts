import { terminalText } from './terminal-text';

/** A line for people, on standard output. */
export const say = (line: string): boolean => process.stdout.write(`${terminalText(line)}\n`);
