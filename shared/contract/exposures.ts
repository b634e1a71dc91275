import { percent, text } from './column';
import { table } from './table';

/** Exposures of securities to the factors of a risk model: one further column per factor, named as in Factor covariance. */
export const exposures = table({
  name: 'exposures',
  excel: 'rb_Exposures',
  sheet: 'Exposures',
  aliases: ['Exposure', 'Factor exposures', 'Loadings', 'Factor loadings', 'Betas'],
  core: false,
  help: 'One row per security; one further column per factor of Factor covariance with the exposure to it, blank for none.',
  key: ['symbol'],
  open: true,
  columns: {
    symbol: text('Symbol', { required: true, identifier: 'symbol', length: 40, aliases: ['Ticker', 'Security', 'Security ID'], help: 'The security, as in Securities.', example: 'VTI' }),
    specificRisk: percent('Specific risk', { required: true, min: 0, max: 2, aliases: ['Specific volatility', 'Residual risk', 'Idiosyncratic risk', 'Specific'], help: 'Standard deviation a year of what the factors leave, 0 to 200 %.', example: 0.009 }),
  },
});
