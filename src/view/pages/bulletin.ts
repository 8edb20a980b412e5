import type { Model } from '#model/model.ts'
import { bulletinText } from '#model/bulletin.ts'
import { chineseDate } from '#model/calendar.ts'
import type { Inspection } from '#model/dataset.ts'
import * as at from '../addresses.ts'
import { appendixTable } from '../appendix-table.ts'
import { attachmentLinks } from '../attachment-links.ts'
import { correctionsIn } from '../corrections.ts'
import { documentSections } from '../document.ts'
import { bulletinName, inspectionName, issuersOf, resultName } from '../inspection-names.ts'
import { disclosureRows } from '../names.ts'
import { resolverFor, titleOfBulletin } from '../sources.ts'

export function bulletinView(model: Model, { inspection }: { readonly inspection: Inspection }) {
  const { dataset, index } = model
  const { id, document, attachments = [] } = inspection
  const bulletin = dataset.bulletins[id]
  const issues = index.issuesByInspection.get(id) ?? []
  const hasDeadlines = Object.keys(inspection.deadlines ?? {}).length > 0
  const dateOf = (day: string | undefined): string | undefined =>
    day === undefined ? undefined : chineseDate(day)
  return {
    title: titleOfBulletin(model, inspection) ?? bulletinName(inspection),
    description: `${issuersOf(inspection)}${inspectionName(inspection, '通报')}全文。`,
    head: {
      issuer: issuersOf(inspection),
      number: document?.number,
      signed: dateOf(document?.issued),
      published: dateOf(document?.published),
      rows: [
        ...disclosureRows(document),
        { label: '本站收录日期', value: chineseDate(inspection.published_here) },
      ],
    },
    document: bulletin === undefined ? null : documentOf(model, inspection, bulletin),
    attachments: attachmentLinks(model, [id], attachments),
    links: [
      { label: resultName(inspection), href: at.inspectionPage(id) },
      ...(issues.length === 0
        ? []
        : [
            {
              label: '通报提出的问题',
              href: `${at.inspectionPage(id)}#issues`,
              note: `${issues.length}项`,
            },
          ]),
      ...(hasDeadlines ? [{ label: '期限', href: `${at.inspectionPage(id)}#deadlines` }] : []),
      { label: '本期数据（JSON）', href: at.inspectionData(id) },
      { label: '本期全部表（XLSX）', href: at.dataWorkbook(at.inspectionPart(id)) },
    ],
    issues: issues.map((issue) => ({ label: issue.issue.text, href: at.issuePage(issue.id) })),
    corrections: correctionsIn(model, `inspections/${id}`),
  }
}

/** The text of a bulletin as its page prints it: layout, words, tables, and what is added to it. */
function documentOf(
  model: Model,
  inspection: Inspection,
  bulletin: NonNullable<Model['dataset']['bulletins'][string]>,
) {
  const resolve = resolverFor(model, inspection)
  const { letterhead } = model.dataset.site
  return {
    text: bulletinText(bulletin, resolve),
    looks: documentSections(bulletin, resolve).map(({ annex, parts }) => [
      annex,
      parts.map((part) =>
        part.kind === 'appendix' ? part.of : [part.tag, part.kind === 'text' && part.look],
      ),
    ]),
    tables: Object.keys(inspection.appendices ?? {}).map((id) =>
      appendixTable(model, inspection, id),
    ),
    letterhead: letterhead?.office === inspection.issuer ? letterhead : null,
  }
}
