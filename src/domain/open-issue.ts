import type { Issue } from '#schema/issue.ts'

/** Whether an issue's own record says nothing that ends it: a recheck passed, or it was closed. */
export function isOpenIssue({ rectification = [] }: Issue): boolean {
  const decisive = rectification.findLast(({ step }) =>
    ['recheck-passed', 'recheck-failed', 'closed'].includes(step),
  )
  return decisive === undefined || decisive.step === 'recheck-failed'
}
