import { parseBand, type BandRule } from '../../shared/analytics/bands';
import { defaultSettings } from '../../shared/contract/settings-catalogue';

/** The band of the settings catalogue, for formulas that name none: a formula sees its arguments only, not the firm's settings. */
export const defaultBand: BandRule = parseBand(defaultSettings.band ?? '') ?? {};
