import type { EditableWorkbook } from '../../shared/workbook/cell-edits';
import type { Region, RegionName, WorkbookContent } from '../../shared/workbook/port';

/** A workbook as it was when first asked, for plans that are made again and again with other choices: each region is read once. It takes no writes. */
export function readOnce(workbook: Pick<EditableWorkbook, 'read' | 'formulas'>): EditableWorkbook {
  const regions = new Map<string, Region>();
  const formulas = new Map<string, Promise<ReadonlySet<string>>>();
  let first: WorkbookContent | undefined;
  let all: readonly RegionName[] = [];
  const refuse = async (): Promise<never> => {
    throw new Error('A workbook that is only looked at was written to');
  };
  return {
    async read(wanted) {
      if (!first || all.some((region) => wanted(region) && !regions.has(keyOf(region)))) {
        const seen: RegionName[] = [];
        const content = await workbook.read((region) => {
          seen.push(region);
          return wanted(region) && !regions.has(keyOf(region));
        });
        for (const region of content.regions) regions.set(keyOf(region), region);
        first ??= content;
        all = seen;
      }
      return { ...first, regions: all.flatMap((region) => (wanted(region) ? (regions.get(keyOf(region)) ?? []) : [])) };
    },
    formulas(region) {
      const known = formulas.get(keyOf(region)) ?? workbook.formulas(region);
      formulas.set(keyOf(region), known);
      return known;
    },
    edit: refuse,
    write: refuse,
  };
}

const keyOf = ({ sheet, table }: RegionName): string => JSON.stringify([sheet, table]);
