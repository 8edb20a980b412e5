import { authoredFile } from '#schema/authored-files.ts'
import { type Dataset, indexDataset } from '#model/dataset.ts'
import { hasForms } from '#model/form-offers.ts'
import { newestDays } from '#model/newest-day.ts'
import type { Site } from '#schema/site.ts'
import { atKey, atValue, inFile, type Problem } from '#messages/problem.ts'
import { problem, type Check } from '../check.ts'

const file = authoredFile('site')
/** Later than any day of a record. */
const lastDay = '9999-12-31'

/** The values that pages of a government site must show: path, Chinese name and value. */
const mandatory: readonly (readonly [string, string, (site: Site) => unknown])[] = [
  ['registration.site_name', '网站名称', ({ registration }) => fields(registration).site_name],
  ['registration.domain', '网站域名', ({ registration }) => fields(registration).domain],
  ['registration.code', '网站标识码', ({ registration }) => fields(registration).code],
  ['registration.icp', 'ICP备案号', ({ registration }) => fields(registration).icp],
  ['registration.police', '公安备案号', ({ registration }) => fields(registration).police],
  ['registration.mark', '党政机关网站标识', ({ registration }) => fields(registration).mark],
  ['organiser', '主办单位', ({ organiser }) => organiser],
  ['contact', '联系方式', ({ contact }) => contact],
  ['column.name', '栏目名称', ({ column }) => column?.name],
  ['column.description', '栏目说明', ({ column }) => column?.description],
  ['column.keywords', '栏目关键词', ({ column }) => column?.keywords],
  ['column.type', '栏目类型', ({ column }) => column?.type],
]

/**
 * An official site has every tag and footer item that government sites must have (国办发〔2017〕47号,
 * annex). An unofficial site may omit them, but a block that it has begun must be complete.
 */
export const registration: Check = {
  name: 'registration',
  description:
    'An official site has its registration, organiser, column and licence; an unofficial one says if not.',
  check({ dataset, isUsable }) {
    const { site } = dataset
    if (!isUsable(file, [])) return []
    const absent = mandatory.filter(([, , value]) => value(site) === undefined)
    if (site.official)
      return [
        ...unlicensed(site),
        ...withoutRecipient(dataset),
        ...absent.map(([field, what]): Problem => {
          const [block = '', ...rest] = field.split('.')
          const place =
            rest.length > 0 && isBlockGiven(site, block) ? atKey(block) : atValue('official')
          return problem('registration-missing', file, place, { what, field })
        }),
      ]
    return begun(site).flatMap(([block, place]): Problem[] => {
      const what = absent.flatMap(([field, name]) => (field.startsWith(`${block}.`) ? [name] : []))
      if (what.length === 0) return []
      return [problem('registration-absent', file, place, { what: what.join('、') }, 'warning')]
    })
  },
}

/**
 * The office must state the licence of the data. Without it, every file says that none was stated.
 */
const unlicensed = ({ licence }: Site): Problem[] =>
  licence === undefined
    ? [problem('licence-not-stated', file, atValue('official'), {}, 'warning')]
    : []

/**
 * Where there is a form, units must learn to whom its file goes. The form is that of the newest day
 * in the records, so that the check does not depend on the day of its run.
 */
function withoutRecipient(dataset: Dataset): Problem[] {
  if (dataset.site.recipient !== undefined) return []
  const index = indexDataset(dataset)
  const asOf = newestDays({ dataset, index, asOf: lastDay }).all() ?? lastDay
  if (!hasForms(dataset, index, asOf)) return []
  return [problem('recipient-missing', file, atValue('official'), {}, 'warning')]
}

/** The blocks that an unofficial site has begun to fill in. */
function begun(site: Site): [block: string, Problem['place']][] {
  const column: [string, Problem['place']][] =
    site.column === undefined ? [] : [['column', atKey('column')]]
  if (site.registration === 'not-applicable') return column
  const place = site.registration === undefined ? inFile : atKey('registration')
  return [['registration', place], ...column]
}

const fields = (
  registration: Site['registration'],
): Partial<Exclude<NonNullable<Site['registration']>, string>> =>
  typeof registration === 'object' ? registration : {}

const isBlockGiven = (site: Site, block: string): boolean =>
  (block === 'registration' || block === 'column') && site[block] !== undefined
