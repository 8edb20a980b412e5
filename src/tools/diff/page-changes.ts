/** Which pages a change of the authored files brings, alters or takes away, told without a build. */
import { isSame } from '#model/changes.ts'
import type { Dataset } from '#model/dataset.ts'
import type { ManualTexts } from '#model/manual-texts.ts'
import { type Model, modelOf, type ModelSettings, withoutSite } from '#model/model.ts'
import { explanationGroups } from '#read/explanations.ts'
import { chapterHeads } from '#read/manual.ts'
import type { PageEntry } from '#view/page-entry.ts'
import { shownPages } from '#view/routes.ts'
import { registrationRows } from '#view/registration-rows.ts'
import { siteShell } from '#view/shell.ts'
import type { PageChanges, PageLine } from './review.ts'

/**
 * The pages as they were and as they are on a day. A page is changed when its title or the view of
 * its route differs: a new route needs nothing here. Links to neighbours and to files of data, and
 * what surrounds every page, are not compared page by page.
 *
 * @returns null when no page can be made from one of the versions, which only data with errors cause
 */
export function pageChanges(
  before: Dataset | null,
  now: Dataset | null,
  asOf: string,
): PageChanges | null {
  const settings = settingsOn(asOf)
  try {
    return compared(before && modelOf(before, settings), now && modelOf(now, settings))
  } catch (error) {
    // Views are made for data that the check accepts.
    if (error instanceof Error) return null
    throw error
  }
}

function compared(before: Model | null, now: Model | null): PageChanges {
  const [was, is] = [pagesOf(before), pagesOf(now)]
  const changed = [...is].flatMap(([href, { entry, view }]) => {
    const old = was.get(href)
    if (old === undefined) return []
    return old.entry.title === entry.title && isSame(old.view(), view()) ? [] : [entry]
  })
  return {
    added: lines([...is.values()].flatMap(({ entry }) => (was.has(entry.href) ? [] : [entry]))),
    changed: lines(changed),
    removed: lines([...was.values()].flatMap(({ entry }) => (is.has(entry.href) ? [] : [entry]))),
    isShellChanged:
      before !== null && now !== null && !isSame(sharedParts(before), sharedParts(now)),
  }
}

const pagesOf = (model: Model | null) =>
  new Map((model === null ? [] : shownPages(model)).map((page) => [page.entry.href, page]))

/** Pages that only list what others hold come last. */
const lines = (entries: readonly PageEntry[]): PageLine[] =>
  entries
    .toSorted((a, b) => Number(a.kind === null) - Number(b.kind === null))
    .map(({ href, title }) => ({ address: href, title }))

/** What stands on every page. */
const sharedParts = (model: Model): unknown => [
  siteShell(model),
  registrationRows(model.dataset.site, undefined),
]

/**
 * The settings of the models that are compared. A draft is compared too, so a reference that leads
 * nowhere is a placeholder.
 */
export function settingsOn(asOf: string): ModelSettings {
  let texts: ManualTexts | undefined
  return {
    ...withoutSite(asOf),
    isDraft: true,
    // Read only by views that show them.
    manual: () => (texts ??= { chapters: chapterHeads(), messages: explanationGroups() }),
  }
}
