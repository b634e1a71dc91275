import { customizationWords } from '../book/customizations';
import { cashSymbol } from '../book/securities';
import { changedBy, expandTarget, expanderFor, roomForCash } from '../book/target';
import { line, percentWords, type ExplainedLine } from './line';
import { placeOf } from './source';
import type { Subject } from './subject';
import { settingOrigin } from './settings';
import { targetPaths } from './target-paths';

/** An account's target by symbol with every way that leads there, what the client changed, and the range of each group. */
export function explainTarget(subject: Subject): ExplainedLine[] {
  const { book, account, places } = subject;
  const target = expandTarget(book, account);
  const problems = target.problems.map((problem) => line('Target', 'Not followed', problem, { level: 'Model', changed: true }));
  if (!account.model || target.weights.length === 0) return problems;
  const { expander } = expanderFor(book, account);
  const plain = expander.expand(account.model)!;
  const changed = changedBy(book, expander, plain, account);
  const scale = roomForCash(changed?.expansion ?? plain, account.settings);
  const paths = targetPaths(book, expander, account.model, changed);
  const symbols = paths?.map(({ symbol, weight, before, steps, row }) => line('Target', symbol, weight * scale, {
    unit: 'percent', level: 'Model', source: row === undefined ? null : placeOf(places, 'models', row, 'target'), changed: Math.abs(weight - before) > 1e-12,
    note: `${steps.join(' › ')}${Math.abs(weight - before) > 1e-12 ? `; ${percentWords(before * scale)} without customizations` : ''}`,
  })) ?? target.weights.filter(({ symbol }) => scale === 1 || symbol !== cashSymbol).map(({ symbol, target: weight }) => line('Target', symbol, weight, { unit: 'percent', level: 'Model', note: 'more ways lead here than can be told' }));
  return [...symbols, ...cashLine(subject, scale), ...customizationLines(subject), ...problems, ...keptLines(subject), ...rangeLines(subject)];
}

/** Without CASH in the model the setting is the cash target. */
function cashLine({ effective, places }: Subject, scale: number): ExplainedLine[] {
  return scale === 1 ? [] : [line('Target', cashSymbol, 1 - scale, { unit: 'percent', ...settingOrigin(effective, 'cashTarget', places), note: 'Setting Cash target, because the model names no CASH' })];
}

function customizationLines({ account, places }: Subject): ExplainedLine[] {
  return (account.customizations ?? []).map((one) => line('Target', 'Customization', customizationWords(one), {
    level: one.level, source: placeOf(places, 'customizations', one.row, 'change'), note: one.reason ?? null, changed: true,
  }));
}

function keptLines({ book, account, places }: Subject): ExplainedLine[] {
  return expandTarget(book, account).kept.map(({ symbol, originals, product }) => line('Target', `${symbol} held`, 'kept, not bought', {
    level: 'Product', source: placeOf(places, 'products', product.row, 'approved'), note: `${product.name} is Hold only: it stands in for ${originals.slice(0, 5).join(', ')}`, changed: true,
  }));
}

function rangeLines({ book, account, effective, places }: Subject): ExplainedLine[] {
  return expandTarget(book, account).groups.map(({ name, target, min, max, source }) => line('Ranges', name, rangeWords(min, max), {
    ...(source.startsWith('Band') ? settingOrigin(effective, 'band', places) : { level: 'Model' as const }),
    note: `target ${percentWords(target)}; ${source}`, changed: !source.startsWith('Band') || settingOrigin(effective, 'band', places).changed,
  }));
}

function rangeWords(min: number | undefined, max: number | undefined): string {
  if (min === undefined && max === undefined) return 'none';
  return [min === undefined ? 'up' : percentWords(min), max === undefined ? 'or more' : `to ${percentWords(max)}`].join(' ');
}
