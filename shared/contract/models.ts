import { date, list, percent, text, whole } from './column';
import { table } from './table';

/** Models: allocation and security models in one tall table, nested up to six levels. Core. */
export const models = table({
  name: 'models',
  excel: 'rb_Models',
  sheet: 'Models',
  aliases: ['Model', 'Allocations', 'Allocation', 'Targets', 'Model portfolios', 'Target allocation', 'Allocation models'],
  core: true,
  help: 'One row per component of a model: an asset class, another model or a symbol, with its target.',
  key: ['model', 'component'],
  columns: {
    model: text('Model', {
      required: true,
      length: 80,
      aliases: ['Model name', 'Portfolio', 'Model portfolio', 'Allocation model', 'Strategy'],
      help: 'Name of the model; repeated on each of its rows.',
      example: 'Growth 70/30',
    }),
    component: text('Component', {
      required: true,
      length: 80,
      aliases: ['Asset class', 'Holding', 'Symbol', 'Ticker', 'Security', 'Constituent', 'Sub-model', 'Asset'],
      help: 'An asset class, another model, a symbol, or CASH.',
      example: 'US equity',
    }),
    target: percent('Target %', {
      required: true,
      min: 0,
      max: 1,
      aliases: ['Target weight', 'Weight', 'Allocation', 'Target allocation', 'Percent', 'Percentage', 'Model weight', 'Wt'],
      help: 'Share of the model; each model sums to 100 %.',
      example: 0.42,
    }),
    min: percent('Min %', {
      min: 0,
      max: 1,
      aliases: ['Minimum', 'Minimum weight', 'Min weight', 'Lower band', 'Lower', 'Floor'],
      help: 'Lowest share tolerated. Blank: the setting Band.',
      example: 0.37,
    }),
    max: percent('Max %', {
      min: 0,
      max: 1,
      aliases: ['Maximum', 'Maximum weight', 'Max weight', 'Upper band', 'Upper', 'Cap', 'Ceiling'],
      help: 'Highest share tolerated. Blank: the setting Band.',
      example: 0.47,
    }),
    componentType: list('Component type', {
      'Asset class': ['Class'],
      Model: ['Sub-model', 'Submodel'],
      Product: [],
      Symbol: ['Security', 'Ticker'],
    }, {
      aliases: ['Kind', 'Component kind', 'Type'],
      help: 'Needed only when a name is two things at once.',
      example: 'Asset class',
    }),
    buyRank: whole('Buy rank', {
      min: 1,
      aliases: ['Rank', 'Priority'],
      help: 'Breaks a tie when several components fit.',
      example: 1,
    }),
    version: text('Version', { length: 40, aliases: ['Model version'], help: 'A label.', example: '2026-Q4' }),
    approvedBy: text('Approved by', { length: 60, aliases: ['Approver'], help: 'Who approved the model.', example: 'Investment Cmte' }),
    approvedOn: date('Approved on', { aliases: ['Approval date', 'Approved date'], help: 'The day of approval.', example: '2026-10-02' }),
  },
});
