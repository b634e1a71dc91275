import { foreignWords } from './foreign-words';
import { scoreHeader } from './header-words';

test.each([
  ['Stück/Nom.', 'quantity'], ['Anzahl', 'quantity'], ['Bezeichnung', 'description'], ['WKN', 'symbol'], ['Währung', 'currency'], ['Akt. Kurs', 'price'], ['Schlußkurs', 'price'],
  ['Wert in EUR', 'marketValue'], ['Marktwert', 'marketValue'], ['Kaufkurs in EUR', 'unitCost'], ['Einstandspreis', 'unitCost'], ['Kaufwert in EUR', 'costBasis'],
  ['Kapitalgewinne/-verluste', 'gain'], ['Buchtag', 'date'], ['Betrag', 'amount'], ['Gebühren', 'fees'], ['Aantal', 'quantity'], ['Slotkoers', 'price'], ['Quantité', 'quantity'],
])('%s is %s', (header, field) => {
  expect(scoreHeader(header)[0]?.field).toBe(field);
});

test('each word stands for words that are English already', () => {
  for (const english of Object.values(foreignWords)) expect(english.split(' ').filter((word) => word in foreignWords)).toEqual([]);
});
