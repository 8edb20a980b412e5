import { authoredFile } from '#schema/authored-files.ts'
import { attachmentPath } from '#model/attachment.ts'
import type { Dataset } from '#model/dataset.ts'
import { oneLine } from '#model/one-line.ts'
import { idPattern } from '#schema/id-pattern.ts'

export const codeownersServices = {
  github: '.github/CODEOWNERS',
  gitlab: '.gitlab/CODEOWNERS',
  gitea: '.gitea/CODEOWNERS',
} as const
export type CodeownersService = keyof typeof codeownersServices

/** First line of every file that `codeowners` writes; a file without it is not overwritten. */
export const writtenFromRegister =
  '# Written from data/units.yaml; write it again when the register changes:'

interface Owners {
  /** The owner of all files: `@city/office`. */
  readonly office: string
  /** The owner of a unit's own files, with `{unit}` for its id: `@city/{unit}`. */
  readonly unit: string
}

/** Whether a text is an account or a team as the services write it, perhaps with `{unit}`. */
export const isOwner = (text: string): boolean => /^@[\w./{}-]+$/.test(text)

/**
 * Writes the CODEOWNERS file from the roster. A unit's report, its attachments, its statements
 * and its ledgers need the unit and the office; all other files need the office. On GitLab each section requires
 * its own approval; on GitHub and Gitea the owners of a line are alternatives, and the protected
 * branch has to require both.
 *
 * No text of the roster becomes a rule: names are one-line comments, and an invalid id gets no
 * rules, so its files stay with the office.
 *
 * @throws TypeError for an owner that is neither an account nor a team
 */
export function codeownersText(
  dataset: Dataset,
  service: CodeownersService,
  owners: Owners,
): string {
  for (const owner of [owners.office, owners.unit])
    if (!isOwner(owner)) throw new TypeError(`"${oneLine(owner)}" is no account or team`)
  const units = Object.entries(dataset.units)
    .filter(([id]) => idPattern.test(id))
    .map(([id, { name }]) => ({
      name: oneLine(name),
      owner: owners.unit.replaceAll('{unit}', id),
      paths: [
        authoredFile('self-inspection', '*', id),
        authoredFile('attachment', attachmentPath('*', id, '')),
        authoredFile('rectification', '*', id),
        authoredFile('openness', '*', id),
      ],
    }))
  const head = [
    writtenFromRegister,
    `#   npm run codeowners -- --for ${service} --office ${owners.office} --unit "${owners.unit}" --write`,
  ]
  const sections = {
    github: () => [
      `* ${owners.office}`,
      ...units.flatMap(({ name, owner, paths }) => [
        `# ${name}`,
        ...paths.map((path) => `/${path} ${owner} ${owners.office}`),
      ]),
    ],
    gitlab: () => [
      '[office]',
      `* ${owners.office}`,
      '',
      '[unit]',
      ...units.flatMap(({ name, owner, paths }) => [
        `# ${name}`,
        ...paths.map((path) => `/${path} ${owner}`),
      ]),
    ],
    // Gitea reads Go regular expressions over the whole path.
    gitea: () => [
      `.* ${owners.office}`,
      ...units.flatMap(({ name, owner, paths }) => [
        `# ${name}`,
        ...paths.map((path) => `${pattern(path)} ${owner} ${owners.office}`),
      ]),
    ],
  }
  return `${[...head, '', ...sections[service]()].join('\n')}\n`
}

const pattern = (path: string): string =>
  `${path.replaceAll('.', String.raw`\.`).replaceAll('*', '[^/]+')}${path.endsWith('/') ? '.*' : ''}`
