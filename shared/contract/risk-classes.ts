import { percent, text } from './column';
import { table } from './table';

/** Risk classes: volatility a year, and one further column per other class with the correlation. */
export const riskClasses = table({
  name: 'riskClasses',
  excel: 'rb_RiskClasses',
  sheet: 'Risk classes',
  aliases: ['Risk class', 'Risk', 'Risk model', 'Correlations', 'Volatility'],
  core: false,
  help: 'One row per risk class with its volatility; further columns are correlations with the other classes.',
  key: ['riskClass'],
  open: true,
  columns: {
    riskClass: text('Risk class', { required: true, length: 60, aliases: ['Class', 'Name', 'Risk group'], help: 'Name used in Securities.', example: 'US-TOTAL-MKT' }),
    volatility: percent('Volatility', { required: true, min: 0, max: 2, aliases: ['Vol', 'Risk', 'Standard deviation', 'Annual volatility', 'Std dev'], help: 'Standard deviation of returns a year, 0 to 200 %.', example: 0.16 }),
  },
});
