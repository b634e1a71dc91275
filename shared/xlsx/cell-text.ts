import Decimal from 'decimal.js';
import { isoFromSerial } from '../excel-dates';
import { plainNumber, type NumberShape } from './number-formats';

const secondsOfDay = 86_400;

/**
 * A stored value as text, the same in every country: `2026-04-15`, `2026-04-15 11:23:52`, `TRUE`, `97.445987`.
 * A number shows the 15 digits Excel knows and never an exponent; a date that is none (0) is blank.
 */
export function cellText(value: string | number | boolean, shape: NumberShape = plainNumber, date1904 = false): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  return (shape.date || shape.time ? dateText(value, shape, date1904) : undefined) ?? numberText(value, shape.digits);
}

/** An ISO date cell, as some programs store days: `2026-04-15T00:00:00.000Z` is `2026-04-15`. */
export function isoCellText(text: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?Z?)?$/.exec(text.trim());
  if (!match) return text;
  return match[2] === undefined || /^00:00(:00)?$/.test(match[2]) ? match[1] : `${match[1]} ${match[2]}`;
}

/** Digits beyond the 15th are the noise of binary fractions: 87.20999999999999 was entered as 87.21. */
function numberText(value: number, digits: number): string {
  const text = Number.isSafeInteger(value) ? new Decimal(value).toFixed() : new Decimal(value.toPrecision(15)).toFixed();
  const plain = text === '-0' ? '0' : text;
  return /^\d+$/.test(plain) ? plain.padStart(digits, '0') : plain;
}

/** Undefined for a number that is no day: negative, or beyond the year 9999. */
function dateText(value: number, { date }: NumberShape, date1904: boolean): string | undefined {
  if (value === 0 && date && !date1904) return '';
  // Excel rounds to the second, so 23:59:59.7 is the next day.
  const seconds = Math.round(value * secondsOfDay);
  const rest = seconds % secondsOfDay;
  const day = isoFromSerial(Math.floor(seconds / secondsOfDay), date1904);
  if (value < 0) return undefined;
  if (!date && value < 1) return timeText(rest);
  if (day === undefined) return undefined;
  return rest === 0 ? day : `${day} ${timeText(rest)}`;
}

function timeText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
