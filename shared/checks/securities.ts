import { businessDaysBetween } from '../trading-days';
import { nameKey } from '../book/names';
import { isCusip, isIsin } from './security-numbers';
import { money, percent, where, type Context, type Family, type Finding } from './check';

const isCash = ({ symbol, type }: { readonly symbol: string; readonly type?: string }): boolean => symbol.toUpperCase() === 'CASH' || type === 'Cash';

/** A price that moved by more than this since the last run is looked at. */
const jump = 0.2;

/** S01–S07: prices and what identifies a security. */
export const securityChecks = {
  S01: {
    severity: 'skip',
    doubts: 'price',
    catches: 'price missing, zero or negative',
    *run(context) {
      for (const { symbol, price, row } of context.tables.securities) {
        if (symbol.toUpperCase() === 'CASH' || (price !== undefined && price > 0)) continue;
        yield {
          table: 'securities', row, column: 'price', rowKey: symbol, found: price, subject: symbol, accounts: context.index.dependents(symbol),
          message: `Price of ${symbol} is ${price === undefined ? 'blank' : price} at ${where(context, 'securities', row, 'price')}.`,
          fix: 'Type a price above zero, or wait for the data vendor.',
        };
      }
    },
  },
  S02: {
    severity: 'warn',
    catches: 'price older than the setting Price age limit, or of a day to come',
    *run(context) {
      const { priceAgeLimit } = context.settingsOf({ id: '' });
      for (const { symbol, priceDate, row } of context.tables.securities) {
        if (priceDate === undefined || symbol.toUpperCase() === 'CASH') continue;
        const age = businessDaysBetween(priceDate, context.asOf);
        if (age >= 0 && age <= priceAgeLimit) continue;
        const place = where(context, 'securities', row, 'priceDate');
        yield {
          table: 'securities', row, column: 'priceDate', rowKey: symbol, found: priceDate,
          message: age < 0
            ? `Price of ${symbol} is of ${priceDate} at ${place}, after the as-of day ${context.asOf}.`
            : `Price of ${symbol} is of ${priceDate} at ${place}, ${age} business days old.`,
          fix: age < 0 ? 'Maybe the as-of day is wrong.' : `Refresh the price. The setting Price age limit is ${priceAgeLimit}.`,
        };
      }
    },
  },
  S03: {
    severity: 'warn',
    catches: 'price jumped more than 20 % since the last run',
    *run(context) {
      for (const { symbol, price, row } of context.tables.securities) {
        const last = context.lastPrices?.[symbol];
        if (last === undefined || last <= 0 || price === undefined || price <= 0 || Math.abs(price / last - 1) <= jump) continue;
        yield {
          table: 'securities', row, column: 'price', rowKey: symbol, found: price, subject: symbol,
          message: `Price of ${symbol} went from ${money(last)} to ${money(price)} (${percent(Number((price / last - 1).toFixed(3)))}) at ${where(context, 'securities', row, 'price')}.`,
          fix: 'Maybe it was split, or the price is wrong.',
        };
      }
    },
  },
  S04: { severity: 'warn', catches: 'asset class blank or not in Asset classes', run: unknownClasses },
  S05: {
    severity: 'warn',
    catches: 'CUSIP or ISIN with a wrong check digit',
    *run(context) {
      for (const { symbol, cusip, isin, row } of context.tables.securities) {
        // A CUSIP column may hold ISINs: they tell themselves apart by length.
        const wrong = cusip !== undefined && !isCusip(cusip) && !isIsin(cusip) ? { column: 'cusip', header: 'CUSIP', value: cusip }
          : isin !== undefined && !isIsin(isin) ? { column: 'isin', header: 'ISIN', value: isin } : undefined;
        if (!wrong) continue;
        yield {
          table: 'securities', row, column: wrong.column, rowKey: symbol, found: wrong.value,
          message: `${wrong.header} "${wrong.value}" of ${symbol} at ${where(context, 'securities', row, wrong.column)} has a wrong check digit.`,
          fix: 'Maybe it lost a leading zero, or two characters were exchanged.',
        };
      }
    },
  },
  S06: {
    severity: 'warn',
    catches: 'two securities with the same CUSIP or ISIN',
    *run(context) {
      const first = new Map<string, string>();
      for (const { symbol, cusip, isin, row } of context.tables.securities) {
        for (const [column, value] of [['cusip', cusip], ['isin', isin]] as const) {
          if (value === undefined) continue;
          const other = first.get(value.toUpperCase());
          first.set(value.toUpperCase(), other ?? symbol);
          if (other === undefined || nameKey(other) === nameKey(symbol)) continue;
          yield {
            table: 'securities', row, column, rowKey: symbol, found: value, subject: value,
            message: `${symbol} at ${where(context, 'securities', row, column)} has the same number as ${other}: ${value}.`,
            fix: 'Maybe they are one security under two symbols.',
          };
        }
      }
    },
  },
  S07: {
    severity: 'skip',
    doubts: 'price',
    catches: 'price in a foreign currency without FX rate',
    *run(context) {
      for (const { symbol, currency, fx, row } of context.tables.securities) {
        if (currency === undefined || currency.toUpperCase() === context.currency.toUpperCase() || (fx !== undefined && fx > 0)) continue;
        yield {
          table: 'securities', row, column: 'fx', rowKey: symbol, found: currency, subject: symbol, accounts: context.index.dependents(symbol),
          message: `Price of ${symbol} is in ${currency} and FX is blank at ${where(context, 'securities', row, 'fx')}.`,
          fix: `Type the value of one ${currency} in ${context.currency}.`,
        };
      }
    },
  },
} satisfies Family;

function* unknownClasses(context: Context): Iterable<Finding> {
  const listed = context.tables.assetClasses && new Set(context.tables.assetClasses.map(({ assetClass }) => nameKey(assetClass)));
  for (const { symbol, assetClass, row, type } of context.tables.securities) {
    if (isCash({ symbol, type }) || (assetClass !== undefined && (!listed || listed.has(nameKey(assetClass))))) continue;
    const place = where(context, 'securities', row, 'assetClass');
    yield {
      table: 'securities', row, column: 'assetClass', rowKey: symbol, found: assetClass, subject: assetClass === undefined ? undefined : nameKey(assetClass),
      message: assetClass === undefined ? `${symbol} has no asset class at ${place}.` : `Asset class "${assetClass}" at ${place} is not in Asset classes.`,
      fix: assetClass === undefined ? 'Type its asset class; without one it fits no model.' : 'Add the class, or correct the spelling.',
    };
  }
}
