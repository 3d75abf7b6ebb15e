/**
 * The linter's rules: every one an error. Who may import whom is in scripts/layers.ts.
 */
import { defineConfig } from 'oxlint';
import { layerOverrides } from './scripts/layers.ts';

export default defineConfig({
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'promise', 'react', 'jsx-a11y', 'vitest'],
  categories: { correctness: 'error' },
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  ignorePatterns: ['out/**', 'node_modules/**', 'test-results/**', 'screenshots/**'],
  rules: {
    eqeqeq: 'error',
    'no-console': 'error',
    'no-var': 'error',
    'prefer-const': 'error',
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'typescript/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
    'typescript/consistent-type-exports': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-unnecessary-type-assertion': 'error',
    'typescript/no-unsafe-argument': 'error',
    'typescript/no-unsafe-assignment': 'error',
    'typescript/no-unsafe-call': 'error',
    'typescript/no-unsafe-member-access': 'error',
    'typescript/no-unsafe-return': 'error',
    'typescript/only-throw-error': 'error',
    'typescript/return-await': ['error', 'error-handling-correctness-only'],
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    // A palette or a list with a moving selection has no tag of its own.
    'jsx-a11y/prefer-tag-over-role': 'off',
    'react/exhaustive-deps': 'error',
    'react/rules-of-hooks': 'error',
    // A helper that expects, and the assert of fast-check, are assertions too; a second argument says what was expected.
    'vitest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'check*', 'fc.assert'] }],
    'vitest/valid-expect': ['error', { maxArgs: 2 }],
    'unicorn/filename-case': ['error', { case: 'kebabCase' }],
  },
  overrides: [
    ...layerOverrides,
    { files: ['*.config.ts'], rules: { 'import/no-default-export': 'off' } },
    { files: ['main/cli.ts', 'main/cli/**', 'scripts/**', 'tests/bench/**'], rules: { 'no-console': 'off' } },
    // Vitest's matchers (`expect.any(Number)`) are typed `any`.
    { files: ['tests/**'], rules: { 'typescript/no-unsafe-assignment': 'off' } },
    // The set-up has no types to check against: it runs before there is a compiler.
    {
      files: ['scripts/**/*.mjs', 'scripts/**/*.cjs'],
      rules: {
        'typescript/no-unsafe-argument': 'off',
        'typescript/no-unsafe-assignment': 'off',
        'typescript/no-unsafe-call': 'off',
        'typescript/no-unsafe-member-access': 'off',
        'typescript/no-unsafe-return': 'off',
      },
    },
  ],
});
