import { z } from 'zod'
import { catalogue, type ProblemCode } from './catalogue.ts'

/** A change to the files of a site: exactly one thing beside `file`, as in `test/cases/bad`. */
const change = z.strictObject({
  file: z.string(),
  replace: z.string().optional(),
  by: z.string().optional(),
  append: z.string().optional(),
  /** How often `append` is written; once when not given. */
  times: z.int().positive().optional(),
  remove: z.literal(true).optional(),
  folder: z.literal(true).optional(),
  link: z.string().optional(),
  copyOf: z.string().optional(),
  /** The whole content of a binary file. */
  base64: z.base64().optional(),
})
export type ExampleChange = z.output<typeof change>

const everyExample = {
  /** Changes to the data of `test/cases/base` that are made before both versions. */
  given: z.array(change).optional(),
  /** Other codes that the wrong version also gives. */
  also: z.array(z.string()).optional(),
  /**
   * Changes to the published version with which both versions are compared; without them nothing is
   * compared.
   */
  published: z.array(change).optional(),
}

/** A wrong and a right way, which the tests try on the data of `test/cases/base`. */
const example = z.union([
  /** Right is `replace`, which occurs in the file exactly once; wrong is `by` in its place. */
  z.strictObject({ file: z.string(), replace: z.string(), by: z.string(), ...everyExample }),
  /** Right is the file `name`; wrong is the same file under the name `by`. */
  z.strictObject({ name: z.string(), by: z.string(), ...everyExample }),
  /** A change to files, described in words. */
  z.strictObject({ right: z.string(), wrong: z.string(), does: change, ...everyExample }),
])
export type Example = z.output<typeof example>

/** The explanation of one code in the manual. */
const explanation = z.strictObject({
  /** `either`: an error, or a warning if the document is marked as contradicting itself. */
  level: z.enum(['error', 'warning', 'hint', 'either']),
  /** What it means and what to do, in one to three plain sentences. */
  means: z.string().min(1),
  /** The arguments of the message that the wrong example gives. */
  args: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Null for a code that no release gives any more. */
  example: example.nullable(),
})
export type Explanation = z.output<typeof explanation>

const codes = Object.keys(catalogue) as [ProblemCode, ...ProblemCode[]]

/** A file of `content/manual/messages`: the explanations of the codes of one subject. */
export const explanationFile = z.strictObject({
  title: z.string().min(1),
  /** Its position among the subjects. */
  order: z.int().positive(),
  messages: z.partialRecord(z.enum(codes), explanation),
})
export type ExplanationFile = z.output<typeof explanationFile>
