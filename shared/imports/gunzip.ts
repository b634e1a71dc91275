import { joinBytes } from '../xlsx/unpack';
import { NotAWorkbookError } from '../xlsx/not-a-workbook';

/** The contents of a .gz; when they are damaged, or larger than `most` bytes, a NotAWorkbookError. */
export async function gunzip(bytes: Uint8Array, most: number): Promise<Uint8Array> {
  const reader = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      length += next.value.length;
      if (length > most) break;
      pieces.push(next.value);
    }
  } catch (fault) {
    throw new NotAWorkbookError('The file is damaged or cut off. Maybe download or copy it again.', { cause: fault });
  }
  if (length <= most) return joinBytes(pieces);
  await reader.cancel();
  throw new NotAWorkbookError(`The file unpacks to more than ${most} bytes. It was not read.`);
}
