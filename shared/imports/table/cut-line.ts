/** What to say of a line that the file ends in the midst of. */
export function cutLine(number: number, cells: readonly string[]): { readonly found: string; readonly message: string; readonly fix: string } {
  const found = cells.join(',');
  return {
    found,
    message: `The file ends in the midst of line ${number} (“${found}”), which was left out.`,
    fix: 'Maybe the download broke off; save it again.',
  };
}
