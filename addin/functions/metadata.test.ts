import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import * as functions from './index';

interface Metadata {
  functions: {
    id: string;
    name: string;
    description: string;
    helpUrl: string;
    parameters: Parameter[];
    result: { dimensionality?: string };
  }[];
}
interface Parameter {
  name: string;
  description?: string;
  optional?: boolean;
  dimensionality?: string;
  type: string;
}

const declaring = readdirSync(__dirname)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => join(__dirname, name))
  .filter((path) => readFileSync(path, 'utf8').includes('@customfunction'));

/** `DRIFT(current[], target[], [measure])`: brackets after a name mark a range, around it an optional argument. */
const signature = ({ id, parameters }: Metadata['functions'][number]): string => {
  const shown = parameters.map(({ name, dimensionality, optional }) =>
    `${name}${dimensionality === 'matrix' ? '[]' : ''}`.replace(/.+/, optional ? '[$&]' : '$&'),
  );
  return `${id}(${shown.join(', ')})`;
};

describe('what Excel is told about the functions', () => {
  it('is complete, described and linked to help', async () => {
    const { errors, metadataJson, associate } = await generateCustomFunctionsMetadata(declaring);
    const metadata = JSON.parse(metadataJson) as Metadata;
    expect(errors).toEqual([]);
    expect(metadata.functions.map(signature).sort()).toEqual([
      'BAND(target, [rule], [width])',
      'DRIFT(current[], target[], [measure])',
      'INBAND(current[], target[], [min[]], [max[]])',
      'QUICK(values[], targets[], [cashFlow], [minTrade], [style])',
      'TAXDUE(shortGain, longGain, shortRate, longRate, [carryShort], [carryLong], [detail])',
      'TERM(acquired, sold)',
      'WASHSALE(symbol, saleDate, transactions[], [sameAs[]], [days])',
    ]);
    for (const { id, name, description, helpUrl, parameters } of metadata.functions) {
      expect(name).toBe(id);
      expect(description).toMatch(/^[A-Z][^\n]+\.|\?$/);
      expect(helpUrl).toMatch(new RegExp(`^https://.+/fn/${id}/v1$`));
      for (const parameter of parameters) expect(parameter.description).toMatch(/\.$/);
    }
    expect(associate.map(({ functionName }) => functionName).sort()).toEqual(Object.keys(functions).sort());
  });
});
