/**
 * Lint: TypeScript's usual mistakes, the import rules of docs/decisions/0001, and sizes.
 * Rules that would need types are left to `tsc`, so the whole repository is read in seconds.
 */
const officeAddins = require('eslint-plugin-office-addins');
const tseslint = require('typescript-eslint');

/** Tests, and what only tests use: they may read files, call what they test, and take any package. */
const testFiles = ['**/*.test.{ts,tsx}', '**/fixtures/**', '**/stories/**', '**/{examples,random-book,test-books}.ts'];
const typescript = '**/*.{ts,tsx}';

/** One import rule: what may not be imported, and where the thing should go instead. */
const never = (regex, message) => ({ regex, message });
/** The same, but a type may be imported: it leaves no trace in what runs. */
const typesOnly = (regex, message) => ({ regex, message, allowTypeImports: true });
/** Packages other than the named ones; relative paths are always accepted. */
const packagesBut = (allowed, message) => never(`^(?!\\.|(${allowed.join('|')})(/|$))`, message);
/** Folders reached by going up: `upTo('store|jobs')` matches `../store/open`. */
const upTo = (names) => `^(\\.\\./)+(${names})(/|$)`;

/** The import rules of one folder. A folder below replaces the rules of the one above, so it repeats what still holds. */
const imports = (folder, patterns, ignores = testFiles) => ({
  name: `imports of ${folder}`,
  files: [`${folder}/${typescript}`],
  ignores,
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
});

const sharedIsPure = packagesBut(
  ['zod', 'decimal\\.js', 'papaparse', 'saxes', '@noble/hashes'],
  'shared/ runs in a browser, a worker and Node: it imports zod, decimal.js, hashes and parsers only. What needs more belongs to server/ or addin/.',
);
const sharedReadsXlsx = packagesBut(
  ['decimal\\.js', 'jszip', 'saxes'],
  'shared/xlsx takes .xlsx packages apart in a browser, a worker and Node: it imports decimal.js, JSZip and saxes only.',
);
const sharedStandsAlone = never(
  upTo('server|addin|playground|test|bench'),
  'shared/ is the language of the others and knows none of them. Move what both sides need into shared/.',
);
const optimizerPackages = (...more) =>
  packagesBut(
    ['decimal\\.js', ...more],
    'server/optimizer is arithmetic: no service, storage, clock or file. Pass what it needs in through the snapshot.',
  );
const optimizerStandsAlone = never(
  upTo('workflow|routes|store|jobs|xlsx|commands|addin|playground|app|main|runs|assemble|environment'),
  'server/optimizer imports shared/ only. What decides about a proposal belongs to server/workflow.',
);
const noRows = never(upTo('rows'), 'A term prices a plan and knows no rule. What both need belongs beside plan.ts.');
const noSolvers = never(upTo('solvers'), 'Terms and rows say what is wanted; only search, node and the worker hold a solver.');
const shelf = (others) =>
  never(
    upTo(`${others}|workflow|optimizer|routes`),
    'Store, jobs and xlsx know neither each other nor the decision. Join them in server/runs.ts or server/desk.ts.',
  );
const noServer = typesOnly('^(\\.\\./)+(server)/', 'The add-in takes types from server/ at most. Code that both need belongs to shared/.');
const noPlayground = never('^(\\.\\./)+playground/', 'The playground stands in for Excel in tests and demos; it is never shipped.');
const throughSession = typesOnly(
  upTo('workbook|client'),
  'Pane, functions and commands reach the workbook and the service through addin/session.',
);

const importRules = [
  imports('shared', [sharedIsPure, sharedStandsAlone]),
  imports('shared/xlsx', [sharedReadsXlsx, sharedStandsAlone]),
  imports('server', [never(upTo('addin|playground'), 'The service knows no Excel. What both need belongs to shared/.')]),
  imports('server/routes', [
    never(upTo('optimizer|workflow|xlsx|commands|addin|playground'), 'A route checks and hands on. Work belongs behind server/runs.ts.'),
  ]),
  imports('server/workflow', [
    never(
      upTo('routes|store|xlsx|commands|addin|playground'),
      'Deciding is the same for the service and the terminal: it reads a book and returns rows.',
    ),
    typesOnly(upTo('jobs'), 'jobs receives the function it runs; the workflow may take its types only.'),
    never('^(hono|@hono|node:|piscina|pino)', 'Deciding has no service, thread or file in sight.'),
  ]),
  imports('server/store', [shelf('jobs|xlsx')]),
  imports('server/jobs', [shelf('store|xlsx')]),
  imports('server/xlsx', [shelf('store|jobs')]),
  imports('server/optimizer', [optimizerPackages(), optimizerStandsAlone]),
  imports('server/optimizer/terms', [optimizerPackages(), optimizerStandsAlone, noRows, noSolvers]),
  imports('server/optimizer/rows', [
    optimizerPackages(),
    optimizerStandsAlone,
    noSolvers,
    never('^(\\.\\./)+terms/(?!tax$)', 'A rule bounds what a plan does, not what it costs. Tax is the one price that a rule may bound.'),
  ]),
  imports('server/optimizer/solvers', [
    optimizerPackages('highs', 'javascript-lp-solver', 'node:worker_threads'),
    optimizerStandsAlone,
    never(upTo('rows|terms|explain'), 'A solver sees a Problem: columns, rows and numbers, never a rule or a price.'),
  ]),
  imports('addin', [noServer, noPlayground]),
  imports('addin/taskpane', [noServer, noPlayground, throughSession]),
  imports('addin/functions', [noServer, noPlayground, throughSession]),
  imports('addin/commands', [noServer, noPlayground, throughSession]),
  imports('addin/workbook', [
    noServer,
    noPlayground,
    typesOnly(
      upTo('session|client|taskpane|functions'),
      'addin/workbook is the port on Excel; the session calls it, not the other way round.',
    ),
  ]),
  imports('addin/client', [
    noServer,
    noPlayground,
    typesOnly(
      upTo('session|workbook|taskpane|functions'),
      'addin/client talks to the service; the session calls it, not the other way round.',
    ),
  ]),
];

const excel = { name: 'Excel', message: 'Only addin/workbook speaks to Excel. Add what is missing to the Workbook port.' };
const fetching = { name: 'fetch', message: 'Only addin/client fetches. Add what is missing to its service.' };
const page = ['window', 'document', 'localStorage', 'process', 'Buffer'].map((name) => ({
  name,
  message: 'shared/ runs in a browser, a worker and Node alike.',
}));
const globals = (name, files, forbidden, ignores = []) => ({
  name,
  files,
  ignores: [...testFiles, ...ignores],
  rules: { 'no-restricted-globals': ['error', ...forbidden] },
});

/** Each outside thing is spoken to in one folder. */
const outsideThings = [
  globals('outside things of the service', [`server/${typescript}`], [excel, fetching]),
  globals('outside things of the language', [`shared/${typescript}`], [excel, fetching, ...page]),
  globals('outside things of the add-in', [`addin/${typescript}`], [excel, fetching], ['addin/workbook/**', 'addin/client/**']),
  globals('outside things of the workbook', [`addin/workbook/${typescript}`], [fetching]),
  globals('outside things of the client', [`addin/client/${typescript}`], [excel]),
  {
    name: 'the environment is read in one place',
    files: [`{shared,server,addin}/${typescript}`],
    ignores: [...testFiles, 'server/environment.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only server/environment.ts reads the environment; take what it returns.' },
      ],
    },
  },
  {
    name: 'same input, same output',
    files: [`shared/${typescript}`, `server/optimizer/${typescript}`, `server/workflow/${typescript}`],
    ignores: testFiles,
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'No clock here: the day arrives as asOf.' },
        { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'No clock here: the day arrives as asOf.' },
        { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'No chance here: take a seed.' },
      ],
    },
  },
];

const usual = {
  name: 'usual mistakes',
  files: ['**/*.{ts,tsx,js,cjs,mjs}'],
  rules: {
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'no-var': 'error',
    'prefer-const': 'error',
    'no-cond-assign': 'error',
    'no-constant-binary-expression': 'error',
    'no-debugger': 'error',
    'no-dupe-else-if': 'error',
    'no-duplicate-case': 'error',
    'no-eval': 'error',
    'no-implied-eval': 'error',
    'no-self-assign': 'error',
    'no-self-compare': 'error',
    'no-sparse-arrays': 'error',
    'no-template-curly-in-string': 'error',
    'no-unreachable': 'error',
    'no-unsafe-finally': 'error',
    'no-unsafe-optional-chaining': 'error',
    'no-useless-escape': 'error',
    'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'start' }],
    '@typescript-eslint/no-unused-vars': [
      'error',
      { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', ignoreRestSiblings: true },
    ],
  },
};

/** A long file or function is a question, not a fault. */
const sizes = {
  name: 'sizes',
  files: [`{shared,server,addin,playground}/${typescript}`],
  ignores: testFiles,
  rules: {
    'max-lines': ['warn', { max: 300 }],
    'max-lines-per-function': ['warn', { max: 45, skipBlankLines: true, skipComments: true }],
  },
};

module.exports = [
  { ignores: ['dist/**', 'out/**', 'coverage/**', 'node_modules/**', '.certs/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.recommended.map((config) => ({ ...config, files: config.files ?? ['**/*.{ts,tsx,js,cjs,mjs}'] })),
  usual,
  { name: 'CommonJS', files: ['**/*.{js,cjs}'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  ...importRules,
  ...outsideThings,
  {
    name: 'Office.js',
    files: ['addin/workbook/**/*.ts'],
    plugins: { 'office-addins': officeAddins },
    rules: {
      ...Object.fromEntries(Object.keys(officeAddins.rules).map((rule) => [`office-addins/${rule}`, 'error'])),
      // Excel on the web takes 5 MB a request, so large tables move in pieces, one sync each: a question, not a fault.
      'office-addins/no-context-sync-in-loop': 'warn',
    },
  },
  { name: 'output', files: [`{shared,server}/${typescript}`], rules: { 'no-console': 'error' } },
  { name: 'output of the add-in', files: [`addin/${typescript}`], rules: { 'no-console': ['error', { allow: ['error'] }] } },
  sizes,
];
