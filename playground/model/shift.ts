import { type Area, isOnSheet } from './area';
import type { AreaRule, Band } from './sheet';

/** Bands behind inserted or removed ones get new numbers. */
export function moveBands(bands: Map<number, Band>, from: number, size: number, insert: boolean): void {
  const all = [...bands];
  bands.clear();
  for (const [index, band] of all) {
    if (index < from) bands.set(index, band);
    else if (insert) bands.set(index + size, band);
    else if (index >= from + size) bands.set(index - size, band);
  }
}

/** Rules follow their areas; those whose area is gone go too. */
export function moveRules(rules: readonly AreaRule[], moved: (area: Area) => Area | undefined): AreaRule[] {
  return rules.flatMap((rule) => {
    const area = moved(rule.area);
    return area ? [{ ...rule, area }] : [];
  });
}

/** Where `area` goes when `hole` is inserted or removed: moved, resized, unchanged, or gone. */
export function shiftArea(area: Area, hole: Area, direction: 'rows' | 'columns', insert: boolean): Area | undefined {
  const rows = direction === 'rows';
  const inLane = rows ? hole.left <= area.left && hole.right >= area.right : hole.top <= area.top && hole.bottom >= area.bottom;
  if (!inLane) return area;
  const [start, end] = rows ? [area.top, area.bottom] : [area.left, area.right];
  const [from, to] = rows ? [hole.top, hole.bottom] : [hole.left, hole.right];
  const size = to - from + 1;
  let first = start;
  let last = end;
  if (insert) {
    if (start >= from) first += size;
    if (end >= from) last += size;
  } else {
    const above = Math.max(0, Math.min(to + 1, start) - from);
    const inside = Math.max(0, Math.min(to, end) - Math.max(from, start) + 1);
    first -= Math.max(0, above);
    last = first + (end - start) - inside;
    if (last < first) return undefined;
  }
  const result = rows ? { ...area, top: first, bottom: last } : { ...area, left: first, right: last };
  return isOnSheet(result) ? result : undefined;
}
