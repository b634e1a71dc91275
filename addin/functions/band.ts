import { bandAround, parseBand, type BandRule } from '../../shared/analytics/bands';
import { answer } from './answer';
import { fractionFrom, isBlank, plain, textFrom } from './arguments';
import { invalid } from './cell-error';
import { defaultBand } from './default-band';

/**
 * The tolerance band around a target weight.
 * @customfunction BAND
 * @helpurl https://rebal.example/fn/BAND/v1
 * @param target Target weight, such as 30%.
 * @param [rule] "relative" (default): width is a share of the target. "absolute": width is points of weight. "5/25": 5 points or 25% of the target, the smaller. Settings such as "5%" and "20% relative" work too.
 * @param [width] Half width of the band: 20% relative or 5% absolute unless given.
 * @returns Two cells: lowest and highest weight.
 */
export function band(target: unknown, rule?: unknown, width?: unknown): number[][] {
  return answer('BAND', () => {
    const { min, max } = bandAround(fractionFrom(target, 'Target'), ruleFrom(rule, width));
    return [[min, max]];
  });
}

const usualAbsolute = 0.05;

function ruleFrom(rule: unknown, width: unknown): BandRule {
  const cell = plain(rule);
  if (typeof cell === 'number' && cell !== 0) {
    throw invalid(`Rule is the number ${cell}. Maybe Excel read 5/25 as a date: type it as text, "5/25".`);
  }
  const text = cell === 0 ? '' : textFrom(rule).toLowerCase();
  if (text === '' || text === 'relative')
    return isBlank(width) && text === '' ? defaultBand : { relative: fractionFrom(width, 'Width', defaultBand.relative) };
  if (text === 'absolute') return { absolute: fractionFrom(width, 'Width', usualAbsolute) };
  const found = parseBand(text);
  if (!found) throw invalid(`Rule is "${text.slice(0, 60)}", it must be "relative", "absolute", "5/25", or a band such as "20% relative".`);
  if (!isBlank(width)) throw invalid(`Rule "${text}" says how wide the band is. Leave Width out.`);
  return found;
}
