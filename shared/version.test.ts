import { version } from '../package.json';
import { engineVersion } from './version';

test('the engine names the version of the package', () => {
  expect(engineVersion).toBe(version);
});
