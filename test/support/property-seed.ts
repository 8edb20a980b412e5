import fc from 'fast-check'

/**
 * Properties are tried with the same values in every run, so that a run does not fail by chance.
 * `PROPERTY_SEED=2 npx vitest run --project unit` tries others.
 */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 1) })
