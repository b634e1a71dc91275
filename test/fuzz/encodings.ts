import { saved, type Mutation } from './mutation';

/** Files as other programs save them: the same text, so the same reading. */
const same = { isWhole: true };
const isLatin = (text: string): boolean => !/[^\u0000-\u007f\u00a0-\u00ff]/.test(text);

function utf16(text: string, mark: string, bigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(mark + text, 'utf16le');
  return new Uint8Array(bigEndian ? bytes.swap16() : bytes);
}

export const encodings: Readonly<Record<string, Mutation>> = {
  'UTF-16 with its mark': ({ text }, chance) => ({ bytes: utf16(text.replace(/^\ufeff/, ''), '\ufeff', chance.real() < 0.5), expectation: same }),
  'UTF-16 without a mark': ({ text }, chance) => ({ bytes: utf16(text.replace(/^\ufeff/, ''), '', chance.real() < 0.5), expectation: same }),
  'Windows-1252': ({ text }) => (isLatin(text) ? { bytes: new Uint8Array(Buffer.from(text, 'latin1')), expectation: same } : undefined),
  'UTF-8 taken for Windows-1252 and saved again': ({ text }) => saved(Buffer.from(text, 'utf8').toString('latin1'), {}),
  'UTF-16 that lost its last byte': ({ text }) => ({ bytes: utf16(text, '\ufeff', false).subarray(0, -1) }),
  'UTF-8 cut within a letter': ({ text }, chance) => {
    const bytes = new Uint8Array(Buffer.from(`${text}é`, 'utf8'));
    bytes.copyWithin(0, 0, chance.whole(2));
    return { bytes: bytes.subarray(0, -1) };
  },
  'zero bytes strewn in': ({ text }, chance) => {
    const at = chance.whole(text.length);
    return saved(`${text.slice(0, at)}\u0000${text.slice(at)}`, {});
  },
  'line ends of another system': ({ text, cells }, chance) => saved(text.replace(/\r?\n/g, chance.pick(['\r\n', '\r', '\n'])), cells ? {} : undefined),
};
