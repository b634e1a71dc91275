/** Unit tests sit beside their source; contracts, journeys and end-to-end tests live under test/. */
const swc = ['@swc/jest', {
  jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } }, target: 'es2022' },
  module: { type: 'commonjs' },
}];

module.exports = {
  testEnvironment: 'node',
  roots: ['shared', 'server', 'addin', 'playground', 'test', 'bench', 'scripts'].map((dir) => `<rootDir>/${dir}`),
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  transform: { '^.+\\.(t|j|mj)sx?$': swc },
  // These packages ship ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!@noble/)'],
  testTimeout: 60_000,
};
