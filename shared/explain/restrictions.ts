import type { Restriction, ScreenTest } from '../book/book';
import { nameKey } from '../book/names';
import { isCaught } from '../book/screens';
import { definitionOf } from '../contract';
import { dollarWords, line, percentWords, type ExplainedLine } from './line';
import { originOf } from './source';
import type { Subject } from './subject';

/** Restrictions in force, each with its scope and row; a screen with each of its tests and what they catch. */
export function explainRestrictions(subject: Subject): ExplainedLine[] {
  const { account, book, places } = subject;
  return account.restrictions.flatMap((restriction) => [
    line('Restrictions', restriction.rule, subjectWords(restriction), { ...originOf(restriction.source, places), note: restrictionNote(restriction), changed: true }),
    ...(restriction.rule === 'Screen' ? (book.screens.get(nameKey(restriction.value)) ?? []).map((test) => screenLine(subject, restriction, test)) : []),
  ]);
}

const subjectWords = ({ on, value, limit, rule }: Restriction): string => `${on} ${value}${limit === undefined ? '' : ` ${limitWords(rule, limit)}`}`;

function limitWords(rule: Restriction['rule'], limit: number): string {
  if (rule === 'Max $') return dollarWords(limit);
  return rule === 'Max quantity' ? `${limit} shares` : percentWords(limit);
}

const restrictionNote = ({ strictness, reason }: Restriction): string => [strictness === 'soft' ? 'Soft' : 'Hard', ...(reason === undefined ? [] : [reason])].join(': ');

function screenLine({ book, places }: Subject, { source }: Restriction, test: ScreenTest): ExplainedLine {
  const caught = [...book.securities.values()].filter((security) => isCaught(security, test)).map(({ symbol }) => symbol);
  const condition = test.test === 'Has tag' ? test.tag : `${test.tag} ${test.test} ${test.threshold}`;
  const listed = caught.slice(0, 10).join(', ') + (caught.length > 10 ? ` and ${caught.length - 10} more` : '');
  return line('Restrictions', `Screen ${test.screen}`, `${test.action}${test.limit === undefined ? '' : ` ${percentWords(test.limit)}`}: ${condition}`, {
    level: originOf(source, places).level, source: definitionOf('screens').sheet, changed: true, note: caught.length === 0 ? 'catches nothing' : `catches ${listed}`,
  });
}
