import type { Model } from '#model/model.ts'
import { chineseDate } from '#model/calendar.ts'
import { bulletinTitle, passages, type Resolve } from '#model/bulletin.ts'
import type { Inspection } from '#model/dataset.ts'
import { resolveReference } from '#model/reference.ts'
import { toFill } from '#messages/unfinished.ts'
import * as at from './addresses.ts'
import { bulletinName, issuersOf } from './inspection-names.ts'
import type { Link } from './names.ts'
import { Memoized } from '#model/memoized.ts'

/**
 * In a draft, unresolved references print a placeholder. Data without `isDraft` is never a draft.
 */
type Drafted = Pick<Model, 'dataset'> & Partial<Pick<Model, 'isDraft'>>

/**
 * Resolves the references of an inspection's bulletin. The check has verified that each has a
 * target.
 */
export function resolverFor({ dataset, isDraft }: Drafted, inspection: Inspection): Resolve {
  return (path) => {
    const resolved = resolveReference(dataset, inspection, path)
    if (!resolved.found && isDraft) return toFill
    if (!resolved.found) throw new Error(`the reference "${path}" leads to no value`)
    return resolved.text
  }
}

/** Title of an inspection's bulletin, or null when there is no bulletin here. */
export function titleOfBulletin(data: Drafted, inspection: Inspection): string | null {
  const bulletin = data.dataset.bulletins[inspection.id]
  return bulletin === undefined ? null : bulletinTitle(bulletin, resolverFor(data, inspection))
}

/** The document of an inspection, with a link to its bulletin here or where it was published. */
export function documentOf(data: Drafted, inspection: Inspection): Link {
  const { title, address } = inspection.document ?? {}
  const bulletin = titleOfBulletin(data, inspection)
  if (bulletin !== null) return { label: bulletin, href: at.bulletinPage(inspection.id) }
  const label = title ?? `${issuersOf(inspection)}${bulletinName(inspection)}`
  return address === undefined ? { label } : { label, href: address }
}

/** The day of a document in its own words; when it is not known, the day of its record here. */
export function dayOfDocument({ document, published_here: here }: Inspection): {
  readonly label: string
  readonly value: string
} {
  if (document?.published !== undefined)
    return { label: '原发布日期', value: chineseDate(document.published) }
  return document?.issued === undefined
    ? { label: '本站收录日期', value: chineseDate(here) }
    : { label: '成文日期', value: chineseDate(document.issued) }
}

/** The day of a document with its kind, for a row of a list: 2024年3月1日成文. */
export function datedWords(inspection: Inspection): string {
  const { label, value } = dayOfDocument(inspection)
  return `${value}${label.replace(/日期$/, '')}`
}

const marked = new Memoized<ReturnType<typeof passages>>()

/** The bulletin's own sentence for a record, with a link to its place; undefined when unmarked. */
export function sourceOf(
  model: Model,
  inspection: Inspection,
  of: string,
): { quote: string; document: string; href: string } | undefined {
  const bulletin = model.dataset.bulletins[inspection.id]
  if (bulletin === undefined) return undefined
  const passage = marked
    .of(inspection, () => passages(bulletin, resolverFor(model, inspection)), inspection.id)
    .get(of)
  if (passage === undefined) return undefined
  return {
    quote: passage.text.replace(/[；，、]$/, ''),
    document: bulletinName(inspection),
    href: at.passage(inspection.id, passage.anchor),
  }
}
