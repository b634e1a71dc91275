import type { Chance } from './chance';
import { saved, type Mutation } from './mutation';

/** Damage to any file, whatever it holds. */
export const bytesDamaged: Readonly<Record<string, Mutation>> = {
  'cut off anywhere': ({ text, truth }, chance) => {
    const end = chance.whole(text.length);
    const kept = text.slice(0, end).split('\n').length;
    // Of a line that broke off in its last cell nobody can know that it is not whole.
    const rest = /^.*/.exec(text.slice(end))?.[0] ?? '';
    const isInLastCell = (/;.*;/.test(text) ? /^[^;]*;*$/ : /^[^,\t]*[,\t]*$/).test(rest);
    if (truth.format?.endsWith('json')) return saved(text.slice(0, end), { isAnyLine: true });
    return saved(text.slice(0, end), { lineBefore: (line) => (line <= kept ? line : undefined), rewritten: isInLastCell ? kept : undefined });
  },
  'cut off after a whole line': ({ text }, chance) => {
    const lines = text.split('\n');
    return saved(`${lines.slice(0, 1 + chance.whole(lines.length)).join('\n')}\n`, {});
  },
  'bytes overwritten': ({ text }, chance) => {
    const bytes = new Uint8Array(Buffer.from(text, 'utf8'));
    for (let k = 0; k < 1 + chance.whole(20); k += 1) bytes[chance.whole(bytes.length)] = chance.whole(256);
    return { bytes };
  },
  'a piece repeated': ({ text }, chance) => {
    const [from, length] = [chance.whole(text.length), chance.whole(2000)];
    return saved(text.slice(0, from + length) + text.slice(from));
  },
  'a piece lost': ({ text }, chance) => {
    const from = chance.whole(text.length);
    return saved(text.slice(0, from) + text.slice(from + chance.whole(500)));
  },
  'marks strewn in': ({ text }, chance) => {
    const at = chance.whole(text.length);
    return saved(text.slice(0, at) + mark(chance) + text.slice(at));
  },
  'lines shuffled': ({ text }, chance) => saved(chance.shuffled(text.split('\n')).join('\n')),
  'a file joined to itself': ({ text, truth }, chance) => {
    const isHeld = truth.rows.some(({ kind, quantity }) => (kind === 'position' || kind === 'cash') && quantity);
    return saved(`${text}${chance.pick(text.endsWith('\n') ? ['', '\n', '\n\n'] : ['\n', '\n\n'])}${text}`, { isAnyLine: true, told: isHeld ? 0 : undefined });
  },
};

const marks = ['"', "'", ',', ';', '\t', '\n', '\r', '<', '</', '&', ']]>', '<!--', '{', '[', '=', '\u202e', '\ufeff', '\u2028', '😀', '\ud800', '%', '(', ')', '-'];
const mark = (chance: Chance): string => chance.pick(marks).repeat(1 + chance.whole(4));
