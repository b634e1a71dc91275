import type { Spelling } from '../table/reader';
import { readAmount, readDay } from '../table/values';

/**
 * OFX writes a decimal point or a decimal comma, and no separator of thousands; brokers that write one use the comma. So `1,234`
 * could be either, and is neither. Days may have a time and a zone: `20120908033034.000[-4:EDT]`; the day is the one written.
 */
export const ofxSpelling: Spelling = {
  readAmount(text) {
    const comma = /^([+-]?\d*),(\d+)$/.exec(text.trim());
    if (!comma) return readAmount(text);
    return comma[2].length === 3 && comma[1].replace(/^[+-]/, '') !== '' ? Number.NaN : readAmount(`${comma[1]}.${comma[2]}`);
  },
  readDay(text) {
    const digits = /^(\d{8})\d*/.exec(text.trim());
    return readDay(digits ? digits[1] : text);
  },
};
