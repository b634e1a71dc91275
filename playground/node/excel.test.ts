import { createExcel } from './excel';

describe('Excel in Node', () => {
  it('writes and reads values through the real library', async () => {
    const { run, host } = createExcel();
    const values = await run(async (context) => {
      const sheet = context.workbook.worksheets.add('Trades');
      const range = sheet.getRange('A1:B2');
      range.values = [
        ['Symbol', 'Shares'],
        ['VTI', 12],
      ];
      range.load('values,address');
      await context.sync();
      return { values: range.values, address: range.address };
    });
    expect(values).toEqual({
      values: [
        ['Symbol', 'Shares'],
        ['VTI', 12],
      ],
      address: 'Trades!A1:B2',
    });
    expect(host.references.count).toBe(0);
    expect(host.warnings).toEqual([]);
  });
});
