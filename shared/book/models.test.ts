import { buildModels } from './models';

describe('buildModels', () => {
  it('gathers components under the lower-cased name, whatever the case, in name order', () => {
    const models = buildModels([
      { model: 'Growth', component: 'VTI', target: 0.6, min: 0.5, row: 2 },
      { model: 'Balanced', component: 'BND', target: 1, componentType: 'Symbol', row: 3 },
      { model: 'growth ', component: ' BND', target: 0.4, row: 4 },
    ]);
    expect([...models.keys()]).toEqual(['balanced', 'growth']);
    expect(models.get('growth')).toMatchObject({
      name: 'Growth',
      components: [
        { component: 'BND', target: 0.4, row: 4 },
        { component: 'VTI', target: 0.6, min: 0.5, row: 2 },
      ],
    });
    expect(models.get('balanced')!.components[0].type).toBe('Symbol');
  });

  it('keeps a target of zero and leaves out rows that are not usable', () => {
    const models = buildModels([
      { model: 'M', component: 'CASH', target: 0 },
      { model: 'M', component: 'VTI', target: NaN },
      { model: 'M', component: ' ', target: 1 },
      { model: '', component: 'VTI', target: 1 },
    ]);
    expect([...models.values()].map(({ components }) => components.map(({ component }) => component))).toEqual([['CASH']]);
  });
});
