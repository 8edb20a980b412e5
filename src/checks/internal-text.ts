import type { Problem } from '#problems/problem.ts'
import { problem, type Check } from './check.ts'
import { internalAddresses, markings } from './sensitive-text.ts'
import { inEveryText } from './texts.ts'

/** What is secret, a draft or of an internal network is not published. */
export const internalText: Check = {
  name: 'internal-text',
  description:
    'No marking of secrecy or of a draft and no address of an internal network in any text.',
  check: (input) => found(input),
}

const found = inEveryText(
  ({ file, text, placeAt, path }, official) => {
    if (path?.[0] === 'acknowledged') return []
    const level = official === 'official' ? 'error' : 'warning'
    const problems: Problem[] = []
    for (const { text: mark, index } of markings(text))
      problems.push(problem('security-mark', file, placeAt(index), { mark }, level))
    for (const { text: address, index } of internalAddresses(text))
      problems.push(problem('internal-address', file, placeAt(index), { address }, level))
    return problems
  },
  ({ site }) => (site.official ? 'official' : ''),
)
