/** First line of every generated page. */
const generatedMark = '<!-- Generated from the code. Change the code, then: UPDATE_DOCS=1 npx jest scripts/docs -->';

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\s+/g, ' ').trim();

/** A Markdown table; pipes in cells are escaped. */
export function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(headers), `|${headers.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

/** A page from its blocks: one blank line between them, one line feed at the end. */
export function page(...blocks: readonly string[]): string {
  return `${[generatedMark, ...blocks].join('\n\n')}\n`;
}
