/** Words of German, Dutch and French exports, each in the English words for it: `Kaufwert` is a cost basis. */
export const foreignWords: Readonly<Record<string, string>> = {
  ...{ konto: 'account', kontonummer: 'account number', depot: 'account', depotnummer: 'account number', rekening: 'account', compte: 'account' },
  ...{ wertpapier: 'security', titel: 'security', produkt: 'product', produit: 'product', symbool: 'symbol', bezeichnung: 'description', beschreibung: 'description' },
  ...{ wertpapierbezeichnung: 'security description', wertpapiername: 'security name', libellé: 'description', omschrijving: 'description' },
  ...{ stück: 'quantity', stueck: 'quantity', stk: 'quantity', anzahl: 'quantity', bestand: 'quantity', nom: 'nominal', nominale: 'nominal', anteile: 'share', aantal: 'quantity' },
  ...{ quantité: 'quantity', quantite: 'quantity' },
  ...{ kurs: 'price', koers: 'price', cours: 'price', prix: 'price', preis: 'price', akt: 'current', aktuell: 'current', aktueller: 'current', schlusskurs: 'closing price' },
  ...{ schlußkurs: 'closing price', slotkoers: 'closing price', stückpreis: 'unit price' },
  ...{ wert: 'value', waarde: 'value', valeur: 'value', lokale: 'local', marktwert: 'market value', kurswert: 'market value', depotwert: 'market value', gesamtwert: 'total value' },
  ...{ kaufkurs: 'purchase price', kaufpreis: 'purchase price', einstandskurs: 'purchase price', einstandspreis: 'purchase price', kaufwert: 'cost basis' },
  ...{ einstandswert: 'cost basis', anschaffungswert: 'cost basis', anschaffungskosten: 'cost basis', einstand: 'cost basis' },
  ...{ gewinn: 'gain', verlust: 'loss', kursgewinn: 'gain', kursgewinne: 'gain', kapitalgewinne: 'capital gain', verluste: 'loss' },
  ...{ währung: 'currency', waehrung: 'currency', devise: 'currency', datum: 'date', kaufdatum: 'purchase date', verkaufsdatum: 'sale date' },
  ...{ buchtag: 'booking date', buchungstag: 'booking date', buchungsdatum: 'booking date', handelstag: 'trade date', handelsdatum: 'trade date', valuta: 'settlement date' },
  ...{ typ: 'type', art: 'type', vorgang: 'transaction type', umsatzart: 'transaction type', buchungsinformationen: 'transaction description' },
  ...{ betrag: 'amount', bedrag: 'amount', montant: 'amount', gebühr: 'fee', gebühren: 'fee', provision: 'commission', spesen: 'fee', entgelt: 'fee', kosten: 'fee', frais: 'fee' },
  ...{ nettobetrag: 'net amount', transaktionen: 'transaction type', auftrag: 'order', gattung: 'asset class', anlageklasse: 'asset class', summe: 'total', gesamt: 'total' },
};

/** True for a header with such a word. */
export const isForeignHeader = (header: string): boolean => header.toLowerCase().split(/[^\p{L}]+/u).some((word) => word in foreignWords);
