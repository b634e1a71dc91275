/** `0–9 → 0–9`, `A–Z → 10–35`, and the three signs that CUSIPs may hold. */
function digitValue(character: string): number {
  const sign = '*@#'.indexOf(character);
  return sign >= 0 ? 36 + sign : parseInt(character, 36);
}

/** The Luhn sum that CUSIPs and ISINs share: every second value doubled, and the digits added up. */
function luhn(values: readonly number[], doubled: (index: number) => boolean): number {
  return values.reduce((sum, value, index) => {
    const product = doubled(index) ? value * 2 : value;
    return sum + Math.floor(product / 10) + (product % 10);
  }, 0);
}

/** True for nine characters whose last is the right check digit. Source: ANSI X9.6, CUSIP Global Services. */
export function isCusip(text: string): boolean {
  const cusip = text.toUpperCase();
  if (!/^[0-9A-Z*@#]{8}\d$/.test(cusip)) return false;
  const sum = luhn([...cusip.slice(0, 8)].map(digitValue), (index) => index % 2 === 1);
  return (10 - (sum % 10)) % 10 === Number(cusip[8]);
}

/** True for two letters, nine characters and the right check digit. Source: ISO 6166. */
export function isIsin(text: string): boolean {
  const isin = text.toUpperCase();
  if (!/^[A-Z]{2}[0-9A-Z]{9}\d$/.test(isin)) return false;
  const digits = [...isin].map((character) => digitValue(character)).join('');
  const sum = luhn([...digits].reverse().map(Number), (index) => index % 2 === 1);
  return sum % 10 === 0;
}
