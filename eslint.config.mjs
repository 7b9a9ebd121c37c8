import js from '@eslint/js'
import globals from 'globals'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const NO_LOCAL_TIME = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Below the entry nobody reads a clock: take `now`.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Below the entry nobody reads a clock: take `now`.' },
  { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'The domain has no chance in it.' },
]

export default tseslint.config(
  { ignores: ['dist/**', '**/*.d.ts', 'node_modules/**', '.data/**', 'coverage/**', '**/*.cjs', 'babel.config.js'] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
      globals: { ...globals.node, wx: 'readonly', defineAppConfig: 'readonly', definePageConfig: 'readonly' },
    },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // Ours are objects of functions: there is no `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
      // A handler may answer at once and still be a handler; a step may be async by its type alone.
      '@typescript-eslint/require-await': 'off',
    },
  },
  { files: ['domain/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...NO_LOCAL_TIME], 'no-restricted-globals': ['error', 'process', 'console', 'Buffer', 'setTimeout', 'fetch'] } },
  { files: ['src/**/*.{ts,tsx}'], ...reactHooks.configs.flat.recommended },
  {
    files: ['src/**/*.{ts,tsx}'],
    // The mini-program's runtime has no DOM: keep it out of shared code.
    rules: {
      'no-restricted-globals': ['error', 'window', 'document', 'localStorage', 'fetch', 'XMLHttpRequest', 'AbortController'],
      'no-restricted-syntax': ['error', { selector: "Identifier[name='showToast']", message: 'A result is told in its place on the page, by a Notice or by what has changed.' }],
    },
  },
  {
    files: ['test/**', 'scripts/weappCheck.ts', 'config/**'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off', '@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-unsafe-return': 'off', '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off', '@typescript-eslint/no-explicit-any': 'off', '@typescript-eslint/no-base-to-string': 'off', 'react-hooks/rules-of-hooks': 'off',
      // WeChat's own calls fail with plain objects; the doubles do as they do.
      '@typescript-eslint/only-throw-error': 'off', '@typescript-eslint/prefer-promise-reject-errors': 'off',
    },
  },
  { files: ['**/*.{js,mjs}'], ...tseslint.configs.disableTypeChecked },
  { files: ['local-cloud/{inspector/page,strip}/*.js'], languageOptions: { globals: globals.browser } },
  { files: ['config/**/*.js'], languageOptions: { sourceType: 'commonjs', globals: globals.node }, rules: { '@typescript-eslint/no-require-imports': 'off' } },
)
