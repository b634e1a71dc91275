import { text } from './column';
import { table } from './table';

/** Annual covariances of the factors of a risk model: one further column per factor, in the order of the rows. */
export const factorCovariance = table({
  name: 'factorCovariance',
  excel: 'rb_FactorCov',
  sheet: 'Factor covariance',
  aliases: ['Factor covariances', 'Factor cov', 'Covariance', 'Covariances', 'Covariance matrix'],
  core: false,
  help: 'One row per factor; one further column per factor with their covariance a year: 0.0256 is a volatility of 16 %.',
  key: ['factor'],
  open: true,
  columns: {
    factor: text('Factor', { required: true, length: 60, aliases: ['Factor name', 'Name'], help: 'Name used as a header in Exposures and here.', example: 'Market' }),
  },
});
