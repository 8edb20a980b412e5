import type { Model } from '#model/model.ts'
import type { Repository } from '#schema/site.ts'
import { unitsByTier } from '#model/unit-record.ts'
import { registrationRows } from '../registration-rows.ts'
import * as at from '../addresses.ts'
import type { PageData } from '../form-data.ts'
import { type Chapter, chapters, codeGroups, type CodeGroup } from '../manual.ts'
import type { HtmlSiteMap } from '../html-site-map.ts'
import { unitName } from '../names.ts'
import { recipientOf } from '../recipient.ts'
import { formPage } from '../submit.ts'

export function formView(model: Model, { data }: { readonly data: PageData }) {
  const { kind, subjects } = data
  const { title, lead, of, manual } = formPage(model, kind)
  return {
    kind,
    /** One order or issue with a unit that can answer it, for an example. */
    example: subjects.flatMap(({ id, units: [unit] }) =>
      unit === undefined ? [] : [{ id, unit }],
    )[0],
    title,
    lead,
    of,
    /** Whether documents order what the form is for. */
    isOrdered: kind !== 'self-inspection' || model.index.orders.size > 0,
    /** The units that can answer an order or an issue, by tier. */
    tiers: unitsByTier(model.dataset)
      .map(({ label, units }) => ({
        label,
        units: units
          .filter((unit) => subjects.some((subject) => subject.units.includes(unit)))
          .map((id) => ({ id, name: unitName(model, id) })),
      }))
      .filter(({ units }) => units.length > 0),
    recipient: recipientOf(model.dataset.site),
    /** How the office makes the spreadsheet of a ledger, and the chapter on it. */
    sheet:
      kind === 'openness'
        ? {
            command: `npm run export-template -- openness ${subjects[0]?.id ?? ''}`,
            manual: chapterAddress(model, 'spreadsheets'),
          }
        : null,
    service: model.dataset.site.repository?.kind,
    manual: chapterAddress(model, manual),
  }
}

/** The address of a chapter of the manual; null on a site without it. */
const chapterAddress = (model: Model, chapter: string): string | null =>
  chapters(model).some(({ name }) => name === chapter) ? at.manualPage(chapter) : null

export const chapterView = (model: Model, { chapter }: { readonly chapter: Chapter }) => ({
  chapter,
  groups: codeGroups(model),
})

export const codesView = (_model: Model, { group }: { readonly group: CodeGroup }) => group

export const siteMapPartView = (
  _model: Model,
  { part: { title, links } }: { readonly part: HtmlSiteMap['parts'][number] },
) => ({
  title: `网站地图：${title}`,
  lead: `${title}的${links.length}个页面。`,
  links,
})

export const editorView = (
  { dataset: { site } }: Model,
  { repository }: { readonly repository: Repository },
) => ({ repository, name: site.name })

export const notFoundView = ({ dataset: { site } }: Model) => ({
  name: site.name,
  notice: site.notice,
  /** The registrations, as in the footer of every other page. */
  registrations: site.embedded === true ? [] : registrationRows(site, undefined),
})
