import { asPercent, type Policy } from './row';

/** Half of all that is bought and sold may not exceed the setting *Max turnover*. */
export const turnover: Policy = ({ settings, assets, lots }) => (settings.maxTurnover === undefined ? [] : [{
  name: `turnover up to ${asPercent(settings.maxTurnover)}`,
  source: 'Settings: Max turnover',
  code: 'turnover',
  tier: 'limit',
  expression: { sells: lots.map((_, l) => [l, 0.5]), buys: assets.map((_, i) => [i, 0.5]) },
  max: settings.maxTurnover,
}]);
