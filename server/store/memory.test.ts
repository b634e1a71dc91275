import { storeContract } from '../../test/contracts/store';
import { memoryStore } from './memory';

storeContract('The store in memory', async (limits) => memoryStore(limits));
