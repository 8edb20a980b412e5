import type { Model } from '#model/model.ts'
import { dataHash } from '#model/data-hash.ts'
import { chapters } from '../manual.ts'
import { reportsOf, subjectOfSite } from '../report-periods.ts'
import { measuredPages } from '../measured-pages.ts'
import { waysToReport } from '../source-file.ts'

/**
 * The version of the data: a checksum of all that is public, and the commit where the site shows its
 * history. Not part of the view, because every change of the data changes it.
 */
export const dataFacts = ({ dataset, commit }: Model) => [
  {
    label: '数据校验值',
    value: `${dataHash(dataset)}（全部公开数据的 SHA-256；两处网站的值一样，数据就一样）`,
    searched: false,
  },
  ...(commit === null ? [] : [{ label: '数据版本', value: `git ${commit}`, searched: false }]),
]

/** @param kinds the files that make the pages of this site */
export function aboutView(model: Model, kinds: ReadonlySet<string>) {
  const { dataset, index } = model
  const { site, inspections, roster, units } = dataset
  const { source, contact, repository } = site
  const reports = reportsOf(model).length
  return {
    lead:
      inspections.length === 0
        ? `公开${site.place}各单位${subjectOfSite(model)}报告的网站。`
        : `公开${site.place}政务公开、政府网站和政务新媒体检查结果的网站。`,
    items: [
      { label: '性质', value: site.official ? '官方站点' : (site.notice ?? '非官方站点') },
      ...(source === undefined
        ? []
        : [
            {
              label: '数据来源',
              value:
                source.address === undefined
                  ? source.title
                  : { label: source.title, href: source.address },
            },
          ]),
      {
        label: '收录范围',
        value: [
          ...(inspections.length === 0
            ? []
            : [`${inspections.length}期检查，${index.issues.length}项问题`]),
          ...(reports === 0 ? [] : [`${reports}份${subjectOfSite(model)}报告`]),
        ].join('，'),
      },
      {
        label: '单位名录',
        value: `${Object.keys(units).length}个单位${roster === 'partial' ? '，不是全部' : ''}`,
      },
      ...(contact === undefined ? [] : [{ label: '联系', value: contact }]),
      ...(repository === undefined
        ? []
        : [
            {
              label: '数据仓库',
              value: { label: repository.address, href: repository.address },
            },
          ]),
    ],
    manual: chapters(model).map(({ title, href, lead }) => ({ label: title, href, note: lead })),
    /** Ways to report a mistake, best first. */
    errors: waysToReport(model),
    program: {
      facts: [
        { label: '程序版本', value: model.version },
        {
          label: '数据检查',
          value: `0个错误，${model.warnings}个警告。有错误的数据不能生成网站`,
        },
        {
          label: '无障碍',
          value:
            '程序发布前，在虚构的测试网站上，每种页面都按 WCAG 2.2 AA 的 axe 规则检查：标准显示在320、640、1280像素三种宽度下，大字、高对比、大光标、简约显示各在其中一种宽度下，都没有违反；本站的内容没有另外检查',
        },
        {
          label: '体积',
          value:
            '程序发布前，在虚构的测试网站上，给公众看的网页压缩后连同样式不超过25千字节（历次对比33千字节，各单位历次检查情况60千字节），数据目录、手册和填报页不超过30千字节，单位页面显示以前要读的不超过14千字节；本站的页面没有另外测量',
        },
      ],
      pages: measuredPages
        .filter(({ file }) => kinds.has(file))
        .map(({ name, kilobytes }) => [name, String(kilobytes)]),
    },
  }
}
