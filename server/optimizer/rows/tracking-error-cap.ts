import { asPercent, type Policy } from './row';

/** No more tracking error than the setting *Max tracking error*; of a household managed together it is the household's. */
export const trackingErrorCap: Policy = ({ settings: { maxTrackingError }, household }) => (maxTrackingError === undefined ? [] : [{
  name: `tracking error up to ${asPercent(maxTrackingError)}`,
  source: 'Settings: Max tracking error',
  code: 'tracking-error',
  tier: 'repair',
  expression: {},
  // An account's own tracking error counts in its household by the account's share.
  max: maxTrackingError / (household?.share ?? 1),
  measure: 'tracking error',
}]);
