import { checksPage } from './checks-page';
import { functionsPage } from './functions-page';
import { workbookPage } from './workbook-page';

/** Pages of `docs/` that are made from the code, by file name. */
export const generatedPages: Readonly<Record<string, () => string | Promise<string>>> = {
  'workbook.md': workbookPage,
  'checks.md': checksPage,
  'functions.md': functionsPage,
};
