import type { Model, ModelComponent } from './book';
import { compareText, nameKey, oneSpelling } from './names';
import type { Row } from './rows';
import { unranked } from './securities';

/** The models by lower-cased name, in name order; components in name order. Rows without a usable target are left out. */
export function buildModels(rows: readonly Row<'models'>[]): Map<string, Model> {
  const usable = rows.filter(isUsable);
  const spell = oneSpelling(usable.map((row) => row.model));
  const components = new Map<string, ModelComponent[]>();
  for (const row of usable) {
    const key = nameKey(row.model);
    const list = components.get(key);
    if (list) list.push(toComponent(row));
    else components.set(key, [toComponent(row)]);
  }
  return new Map(
    [...components]
      .sort(([a], [b]) => compareText(a, b))
      .map(([key, list]) => [key, { name: spell(key), components: list.sort(compareComponents) }]),
  );
}

function isUsable({ model, component, target }: Row<'models'>): boolean {
  return model.trim() !== '' && component.trim() !== '' && Number.isFinite(target) && target >= 0;
}

function toComponent(row: Row<'models'>): ModelComponent {
  return {
    component: row.component.trim(),
    target: row.target,
    min: row.min,
    max: row.max,
    type: row.componentType,
    buyRank: row.buyRank ?? unranked,
    row: row.row,
  };
}

function compareComponents(a: ModelComponent, b: ModelComponent): number {
  return (
    compareText(a.component, b.component) || compareText(a.type ?? '', b.type ?? '') || a.target - b.target || (a.row ?? 0) - (b.row ?? 0)
  );
}
