import { checkPage, codes } from './check-page';
import { checksPage } from './checks-page';
import { functionsPage } from './functions-page';
import { formatNames, importIndex, importPage } from './import-pages';
import { workbookPage } from './workbook-page';

/** Pages of `docs/` that are made from the code, by file name. */
export const generatedPages: Readonly<Record<string, () => string | Promise<string>>> = {
  'workbook.md': workbookPage,
  'checks.md': checksPage,
  'functions.md': functionsPage,
  'import/README.md': importIndex,
  ...Object.fromEntries(codes.map((code) => [`checks/${code}.md`, () => checkPage(code)])),
  ...Object.fromEntries(formatNames.map((name) => [`import/${name}.md`, () => importPage(name)])),
};
