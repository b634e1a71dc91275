/** M1 writes the account's number only in the name it gives the file: `7AB12345-Open-tax-lots Nov-20-2026.csv`. */
export function findAccount(name: string | undefined): string | null {
  const base = (name ?? '').split(/[\\/]/).at(-1) ?? '';
  return /^([0-9A-Z]*\d[0-9A-Z]{3,})[-_ ]+(?:open|closed|holdings)/i.exec(base)?.[1] ?? null;
}
