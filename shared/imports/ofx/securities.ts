import type { ImportRow } from '../format';
import { isMissing } from '../table/values';
import { findAll, leaves, type OfxNode } from './tree';

/** What identifies a security to a reader. */
export type Security = Pick<ImportRow, 'symbol' | 'cusip' | 'description' | 'assetType'>;

const infos = new Set(['STOCKINFO', 'MFINFO', 'DEBTINFO', 'OPTINFO', 'OTHERINFO']);

/** The securities of a file by their identifiers; positions and transactions name them by identifier only. */
export class Securities {
  private readonly known = new Map<string, Security>();

  constructor(root: OfxNode) {
    for (const info of findAll(root, infos)) {
      const texts = leaves(info);
      const id = texts.get('UNIQUEID');
      if (id !== undefined && !this.known.has(id)) this.known.set(id, identify(texts, info.name));
    }
  }

  /** The security of a position or transaction, by its leaves; an identifier that the list lacks still may be a CUSIP. */
  find(texts: ReadonlyMap<string, string>): Security {
    return this.known.get(texts.get('UNIQUEID') ?? '') ?? identify(texts, '');
  }
}

function identify(texts: ReadonlyMap<string, string>, info: string): Security {
  const text = (name: string) => (isMissing(texts.get(name)) ? null : (texts.get(name) ?? null));
  const [id, type] = [text('UNIQUEID'), (text('UNIQUEIDTYPE') ?? '').toUpperCase()];
  const description = text('SECNAME');
  const isTicker = id !== null && (type === 'TICKER' || (type !== 'CUSIP' && type !== 'ISIN' && /^[A-Z]{1,6}$/.test(id)));
  const isOption = info === 'OPTINFO';
  return {
    symbol: text('TICKER') ?? (isTicker ? id : isOption ? description : null),
    cusip: type === 'CUSIP' ? id : null,
    description,
    assetType: isOption ? 'option' : info === 'DEBTINFO' ? 'bond' : null,
  };
}
