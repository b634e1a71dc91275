import { solverContract } from '../../../test/contracts/solver';
import { createHighs } from './highs';

solverContract('highs', createHighs);
