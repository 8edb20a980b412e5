import type { Model } from '#model/model.ts'
import { chineseDate } from '#model/calendar.ts'
import type { LedgerRow } from '#model/ledger.ts'
import * as at from './addresses.ts'
import { correctionsIn, correctionText } from './corrections.ts'
import { type Link, unitLink } from './names.ts'

/** What a unit says of an issue that names it. */
export interface StatementView {
  readonly unit: Link
  /** The issue of the statement, unless the page is about that issue. */
  readonly issue: Link | undefined
  /** As printed. */
  readonly date: string
  /** ISO. */
  readonly on: string
  readonly statement: string
  readonly measures: string[] | undefined
  readonly evidence: { title: string; address: string; date: string | undefined }[] | undefined
  /** Corrections of the statement, one sentence each. */
  readonly corrections: string[]
  /** Address of the statement as JSON. */
  readonly data: string
}

/**
 * The statements of units in some rows of the ledger.
 *
 * @param issues names the issue of each statement, for pages that are not about one issue
 */
export const statementViews = (
  model: Model,
  rows: readonly LedgerRow[],
  issues = false,
): StatementView[] =>
  rows.flatMap(({ record, unit, statement }) =>
    unit === null || statement === null
      ? []
      : [
          {
            unit: unitLink(model, unit),
            issue: issues ? { label: record.issue.text, href: at.issuePage(record.id) } : undefined,
            date: chineseDate(statement.on),
            on: statement.on,
            statement: statement.statement,
            measures: statement.measures,
            evidence: statement.evidence?.map(({ title, address, on }) => ({
              title,
              address,
              date: on === undefined ? undefined : chineseDate(on),
            })),
            corrections: correctionsIn(model, `rectifications/${record.id}/${unit}`).map(
              correctionText,
            ),
            data: at.statementData(record.id, unit),
          },
        ],
  )
