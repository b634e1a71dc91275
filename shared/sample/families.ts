import type { SampleAccount } from './account';
import type { Calendar } from './calendar';
import { lindqvists } from './lindqvist';
import { okafors } from './okafor';
import { riveras } from './rivera';

/** Three invented households with seven accounts and 64 lots. */
export function sampleFamilies(calendar: Calendar): readonly SampleAccount[] {
  return [...riveras(calendar), ...okafors, ...lindqvists];
}
