import { quote, type Trouble } from './reading';

const excelErrors = new Set([
  '#N/A', '#REF!', '#NAME?', '#VALUE!', '#DIV/0!', '#NUM!', '#NULL!', '#SPILL!', '#CALC!', '#FIELD!', '#BLOCKED!', '#CONNECT!',
  '#UNKNOWN!', '#EXTERNAL!', '#PYTHON!', '#TIMEOUT!', '#DATA!',
]);

/** Texts that Excel and data-vendor add-ins show while a value is on its way. */
const loading = /^(#busy!?|#getting_data|(#n\/?a\s+)?requesting(\s+data)?|loading(\s+data)?|retrieving(\s+data)?|fetching(\s+data)?|calculating|refreshing|please wait|wait(ing)?( for data)?)\s*(\.{1,}|…)?$/i;

/** The trouble of a text that is no data at all: an Excel error (G04) or a value still loading (G05). Undefined for data. */
export function specialTrouble(text: string): Trouble | undefined {
  if (!mayBeSpecial(text.charCodeAt(0))) return undefined;
  const trimmed = text.trim();
  if (loading.test(trimmed)) {
    return { code: 'G05', severity: 'stop', says: `is still loading (${quote(trimmed)})`, found: trimmed, fix: waitFor(trimmed) };
  }
  if (excelErrors.has(trimmed.toUpperCase())) {
    return { code: 'G04', severity: 'skip', says: `shows ${trimmed.toUpperCase()}`, found: trimmed, fix: 'Correct the formula, or type the value.' };
  }
  return undefined;
}

/** A file read without Excel shows the same for a formula that no program has calculated yet: there waiting is of no use. */
function waitFor(text: string): string {
  const wait = 'Wait until the value has arrived and check again.';
  return /^#getting_data/i.test(text) ? `${wait} Maybe no program has calculated the file yet: open it in Excel and save it.` : wait;
}

const lowerCase = 0x20;

/** `#`, a space, or a letter that a loading word begins with: everything else is data and need not be compared. */
function mayBeSpecial(code: number): boolean {
  if (code === 0x23 || code === lowerCase) return true;
  const letter = code | lowerCase;
  return letter === 0x72 || letter === 0x6c || letter === 0x66 || letter === 0x63 || letter === 0x70 || letter === 0x77;
}
