import { contentTypes } from './content-types';
import { transitional } from './dialect';
import { Package } from '../../shared/xlsx/package';
import { blankStyles } from './styles-part';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const packaging = 'http://schemas.openxmlformats.org/package/2006';

/** The parts every workbook has, with no sheet yet. Types come first, as readers that stream the archive expect. */
export function blankPackage(): Package {
  const { main, relationships } = transitional;
  const pack = Package.create();
  pack.set(
    '[Content_Types].xml',
    `${declaration}<Types xmlns="${packaging}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${contentTypes.workbook}"/><Override PartName="/xl/styles.xml" ContentType="${contentTypes.styles}"/></Types>`,
  );
  pack.set('_rels/.rels', links(`<Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/>`));
  pack.set(
    'xl/workbook.xml',
    `${declaration}<workbook xmlns="${main}" xmlns:r="${relationships}"><bookViews><workbookView/></bookViews><sheets/></workbook>`,
  );
  pack.set('xl/_rels/workbook.xml.rels', links(`<Relationship Id="rId1" Type="${relationships}/styles" Target="styles.xml"/>`));
  pack.set('xl/styles.xml', blankStyles(main));
  return pack;
}

function links(xml: string): string {
  return `${declaration}<Relationships xmlns="${packaging}/relationships">${xml}</Relationships>`;
}
