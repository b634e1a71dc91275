import type { Product } from '../book/book';
import { nameKey } from '../book/names';
import { refusalOf } from '../book/products';
import type { TableRow } from '../contract';
import { where, type Context, type Finding } from './check';
import { kindsOf } from './component-kinds';
import { productMenu } from './product-menu';

type ModelRow = TableRow<'models'>;

/** M07: components of models for which some account, or all, may buy nothing. */
export function* nothingToBuy(context: Context): Iterable<Finding> {
  const menu = productMenu(context);
  for (const row of context.tables.models) {
    const [kind] = kindsOf(context, row);
    if (row.target === 0 || (kind !== 'Asset class' && kind !== 'Product')) continue;
    const products = kind === 'Product' ? menu.named(row.component) : menu.ofClass(row.component);
    yield* products ? withoutProduct(context, row, products) : withoutSecurity(context, row);
  }
}

const about = (row: ModelRow) => ({ table: 'models', row: row.row, column: 'component', rowKey: `${row.model} › ${row.component}`, found: row.component } as const);

/** A class counts as buyable when one of its securities may be bought, or is cash. */
function* withoutSecurity(context: Context, row: ModelRow): Iterable<Finding> {
  const securities = context.index.assetClass(row.component) ?? [];
  if (securities.some(({ tradable = 'Yes', type }) => tradable === 'Yes' || type === 'Cash')) return;
  const accounts = context.index.followers(row.model).filter((id) => !productMenu(context).isDropped(id, row.component));
  yield {
    ...about(row), subject: nameKey(row.component), accounts,
    severity: accounts.length > 0 ? 'skip' : 'warn',
    message: `Nothing may be bought for "${row.component}" at ${where(context, 'models', row.row, 'component')}: ${securities.length === 0 ? 'no security is in it' : 'none of its securities is Tradable'}.`,
    fix: 'Add a security of that class to Securities, or make one tradable.',
  };
}

/** Accounts to which every product of a class is refused, by what refuses them. */
function* withoutProduct(context: Context, row: ModelRow, products: readonly Product[]): Iterable<Finding> {
  const menu = productMenu(context);
  for (const id of context.index.followers(row.model)) {
    const reasons = products.map((product) => [product, refusal(context, product, id)] as const);
    if (reasons.some(([, reason]) => reason === undefined) || menu.isDropped(id, row.component)) continue;
    const words = reasons.map(([{ name }, reason]) => `${name} is ${reason}`).join('; ');
    yield {
      ...about(row), subject: `${nameKey(row.component)} ${words}`, accounts: [id],
      message: `No product may be bought for "${row.component}" at ${where(context, 'models', row.row, 'component')}: ${words}.`,
      fix: 'Add a product of that class for these accounts to Products, or drop the class from their allocation in Customizations.',
    };
  }
}

function refusal(context: Context, product: Product, id: string): string | undefined {
  const reason = refusalOf(product, productMenu(context).holder(id), context.asOf);
  if (reason !== undefined) return reason;
  const security = context.index.security(product.implements);
  if (security === undefined) return context.index.model(product.implements) ? undefined : `"${product.implements}", which is neither a symbol nor a model`;
  return (security.tradable ?? 'Yes') === 'Yes' || security.type === 'Cash' ? undefined : `${product.implements}, whose Tradable is ${security.tradable}`;
}
