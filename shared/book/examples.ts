import { defaultSettings } from '../contract/settings-catalogue';
import type { Account, Book } from './book';
import { buildModels } from './models';
import type { Row } from './rows';
import { buildSecurities } from './securities';
import { nothingRealized } from './tax-profiles';

/** An account for tests: Active, Taxable, empty, with the built-in settings, changed by what is given. */
export function exampleAccount(change: Partial<Account> = {}): Account {
  const id = change.id ?? '4471-0093';
  return {
    id,
    taxType: 'Taxable',
    household: id,
    status: 'Active',
    discretion: 'Discretionary',
    cash: 0,
    unsettledCash: 0,
    lots: [],
    settings: defaultSettings,
    restrictions: [],
    flows: [],
    tax: {
      id: `Default rates (${id})`,
      shortRate: 0.408,
      longRate: 0.238,
      ...nothingRealized,
      assumed: true,
    },
    ...change,
  };
}

/** Securities and models for tests, from `SYMBOL: 'Asset class'` and `Model: { component: target }`. */
export function exampleMarket(
  securities: Readonly<Record<string, string | Partial<Row<'securities'>>>>,
  models: Readonly<Record<string, Readonly<Record<string, number | Partial<Row<'models'>>>>>> = {},
): Pick<Book, 'securities' | 'models'> {
  const securityRows = Object.entries(securities).map(([symbol, about]) => ({
    symbol,
    price: 100,
    ...(typeof about === 'string' ? { assetClass: about } : about),
  }));
  const modelRows = Object.entries(models).flatMap(([model, components]) =>
    Object.entries(components).map(([component, about]) => ({
      model,
      component,
      ...(typeof about === 'number' ? { target: about } : { target: 0, ...about }),
    })),
  );
  return { securities: buildSecurities(securityRows), models: buildModels(modelRows) };
}
