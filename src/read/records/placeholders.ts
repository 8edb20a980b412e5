import type { correctionsFile } from '#schema/correction.ts'
import type { Catalogue } from '#schema/indicator.ts'
import type { InspectionFile } from '#schema/inspection.ts'
import type { OfficeOpenness, UnitOpenness } from '#schema/openness.ts'
import type { RectificationStatement } from '#schema/rectification.ts'
import type { RegisterRecord, SelfInspection } from '#schema/self-inspection.ts'
import type { Site } from '#schema/site.ts'
import type { unitsFile, channelsFile } from '#schema/unit.ts'
import type { z } from 'zod'
import { withNullPrototypes } from '../yaml/null-prototype.ts'

/**
 * Values for mandatory parts that are missing or wrong, so that the rules can check the rest of the
 * file. A file that needs them has an error, so they are never published, and no rule reports them.
 */
const text = '—'
const firstDay = '0001-01-01'
/** Placeholder for a mandatory date. */
export const unknownDay = '9999-12-31'

export const placeholders = withNullPrototypes({
  site: {
    name: text,
    place: text,
    official: false,
    time_zone: 'UTC',
    rate_decimals: 1,
    areas: {},
    tiers: {},
    platforms: {},
  } satisfies Site,
  units: { roster: 'partial', units: {} } satisfies z.infer<typeof unitsFile>,
  channels: { channels: {} } satisfies z.infer<typeof channelsFile>,
  corrections: { corrections: [] } satisfies z.infer<typeof correctionsFile>,
  catalogue: { title: text, source: text, indicators: {} } satisfies Catalogue,
  inspection: {
    period: { label: text, start: firstDay, end: unknownDay },
    issuer: text,
    published_here: unknownDay,
    areas: {},
  } satisfies InspectionFile,
  selfInspection: { title: text, published: unknownDay } satisfies SelfInspection,
  register: {} satisfies RegisterRecord,
  openness: {} satisfies UnitOpenness,
  opennessOffice: {} satisfies OfficeOpenness,
  statement: { on: unknownDay, statement: text } satisfies RectificationStatement,
})
