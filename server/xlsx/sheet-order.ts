/** The schema's sequence of elements in a worksheet (ECMA-376 18.3.1.99). */
export const sheetOrder: readonly string[] = (
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios ' +
  'autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting ' +
  'dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties ' +
  'cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls ' +
  'webPublishItems tableParts extLst'
).split(' ');
