// Controls but for tabs and line ends (C0, DEL, C1), and what turns the reading order around (Unicode Bidi_Control).
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text as a terminal may show it: what would move the cursor, color the screen or disguise a name is spelled out, `\u001b`. In JSON that
 * means the same.
 */
export function terminalText(text: string): string {
  return text.replace(unseen, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
