import astro from 'eslint-plugin-astro'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

export default defineConfig(
  {
    ignores: [
      'dist/',
      'dist-*/',
      '**/*.gongshi-*',
      '.astro/',
      '.demo/',
      'node_modules/',
      'test/cases/',
    ],
  },
  tseslint.configs.strict,
  tseslint.configs.stylistic,
  astro.configs.recommended,
  {
    rules: {
      // `== null` asks for null and undefined at once.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
    },
  },
  {
    files: ['test/browser/**', 'test/built/**', 'test/support/**'],
    rules: {
      // Tests wait for states, all of them with the same patience, so that a busy machine passes them.
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.property.name=/^(waitForTimeout|waitForLoadState)$/]',
          message: 'Wait for a state: visit, settled, waitFor, waitForURL or expect.poll.',
        },
        {
          selector: 'Property[key.name="timeout"] > Literal',
          message: 'Leave it out: all waits have the time of test/support/patience.ts.',
        },
      ],
    },
  },
)
