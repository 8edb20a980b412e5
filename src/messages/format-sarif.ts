import { catalogue, type ProblemCode } from './catalogue.ts'
import { wording } from './format.ts'
import { printableJson } from './printable.ts'
import type { Level, LocatedProblem } from './problem.ts'

const levels: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', hint: 'note' }

/** The report as SARIF 2.1.0, which code hosts and editors show at the lines it names. */
export function formatSarif(problems: readonly LocatedProblem[]): string {
  const codes = [...new Set(problems.map(({ code }) => code))].sort()
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'gongshi', rules: codes.map(rule) } },
        columnKind: 'unicodeCodePoints',
        results: problems.map((problem) => result(problem, codes)),
      },
    ],
  }
  return printableJson(log)
}

const rule = (code: ProblemCode) => ({
  id: code,
  shortDescription: { text: catalogue[code].says },
})

function result(problem: LocatedProblem, codes: readonly ProblemCode[]) {
  const { code, level, file, position } = problem
  const { says, write } = wording(problem)
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[level],
    message: { text: `${says}${write}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(file.toWellFormed()) },
          ...(position === null
            ? {}
            : { region: { startLine: position.line, startColumn: position.column } }),
        },
      },
    ],
  }
}
