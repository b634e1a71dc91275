import { list, text } from './column';
import { table } from './table';

/** Households: what the accounts of one client family share, and whether they are managed as one portfolio. */
export const households = table({
  name: 'households',
  excel: 'rb_Households',
  sheet: 'Households',
  aliases: ['Household', 'Families', 'Relationships', 'Client households'],
  core: false,
  help: 'One row per household that shares a model, a tax profile or a target; accounts name it in Household ID.',
  key: ['householdId'],
  columns: {
    householdId: text('Household ID', {
      required: true, identifier: 'id', length: 40,
      aliases: ['Household', 'ID', 'HH', 'HH ID', 'Household number', 'Family'],
      help: 'Name used in Accounts.', example: 'H-RIVERA',
    }),
    householdName: text('Household name', {
      length: 80, local: true, aliases: ['Name', 'Family name', 'Client name'],
      help: 'Shown on the sheets; stays in the workbook.', example: 'Rivera',
    }),
    model: text('Model', {
      length: 80, aliases: ['Model name', 'Target model', 'Household model', 'Strategy', 'Allocation model'],
      help: 'For accounts without a model of their own; the one target of a household managed Together.', example: 'Growth 70/30',
    }),
    manageAs: list('Manage as', {
      'Each account': ['Separately', 'Separate', 'Individually', 'Account', 'Accounts', 'By account'],
      Together: ['Household', 'One portfolio', 'Unified', 'UMH', 'Combined'],
    }, {
      aliases: ['Managed as', 'Management', 'Manage', 'Rebalance as'],
      help: 'Together: one target over all accounts. Blank: Each account.', example: 'Together',
    }),
    locationPolicy: list('Location policy', {
      Off: ['None', 'No'],
      'Tax-aware': ['Tax aware', 'By tax drag', 'Tax drag'],
      'By asset class': ['Asset class', 'By class', 'Preferred location'],
    }, {
      aliases: ['Location', 'Asset location', 'Asset location policy'],
      help: 'Where securities of a household managed Together belong; the setting Location says how firmly. Blank: Off.', example: 'Tax-aware',
    }),
    taxProfile: text('Tax profile', {
      length: 60, aliases: ['Tax profile ID', 'Tax profile name'],
      help: 'For taxable accounts without a profile of their own.', example: 'RIVERA-2026',
    }),
    washSaleLink: text('Wash-sale link', {
      length: 200, aliases: ['Wash sale link', 'Linked household', 'Wash link', 'Linked to'],
      help: 'Another household whose trades count under the Wash-sale scope Linked, both ways. Several: commas between them.', example: 'H-RIVERA-SPOUSE',
    }),
    preferTradesIn: list('Prefer trades in', {
      'Tax-deferred first': ['Tax-deferred', 'Deferred first', 'IRA first', 'Retirement first'],
      'Taxable first': ['Taxable'],
      'No preference': ['None', 'Any'],
    }, {
      aliases: ['Trade first in', 'Preferred for trades', 'Trade order'],
      help: 'Which accounts of a household managed Together are decided first. Blank: Tax-deferred first.', example: 'Tax-deferred first',
    }),
  },
});
