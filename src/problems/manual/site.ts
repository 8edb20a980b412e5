import type { Change, Explanations } from '../explanation.ts'
import * as at from './paths.ts'

/** What makes the site of the examples an official one. */
const official: readonly Change[] = [
  { file: at.site, replace: 'registration: not-applicable\n', by: '' },
  { file: at.site, replace: 'official: false', by: 'official: true' },
  {
    file: at.site,
    append:
      'registration:\n  site_name: 示例市人民政府\n  domain: www.example.gov.cn\n  code: "0000000001"\n  icp: 例ICP备00000000号-1\n  police: 例公网安备 00000000000001号\n  mark: https://bszs.conac.cn/sitename?method=show&id=00000000000000000000000000000000\norganiser: { name: 示例市人民政府办公室 }\ncontact: 电话 0000-0000000\ncolumn: { name: 网站监管, description: 公开检查结果。, keywords: [检查], type: 数据发布 }\nlicence: { name: 示例市公共数据开放授权许可 }\n',
  },
]

export const site = {
  'format-older': {
    level: 'error',
    means: '程序升级了，数据还是以前的格式。转换由程序来做，不用手工改。',
    args: { found: 0, known: 2 },
    example: {
      file: at.site,
      replace: 'format: 2',
      by: 'format: 0',
    },
  },
  'format-former': {
    level: 'warning',
    means:
      '程序升级了，数据还是上一版的格式。先升级程序，再转换数据：转换以前照旧检查和生成，再升级一次就读不了了。',
    args: { found: 1, known: 2 },
    example: { file: at.site, replace: 'format: 2', by: 'format: 1' },
  },
  'format-newer': {
    level: 'error',
    means: '数据已经转换成更新的格式，运行的却是旧的程序，多半是在另一台没有升级的电脑上。',
    args: { found: 3, known: 2 },
    example: {
      right: 'data/site.yaml 里的 format 不大于程序认得的版本',
      wrong: 'data/site.yaml 里写着 format: 3，程序只认得到第2版',
      does: { file: at.site, replace: 'format: 2', by: 'format: 3' },
    },
  },
  'source-of-one-period': {
    level: 'warning',
    means:
      '`source` 印在每一页的页脚。只有一期时写那一期的通报，有了新的一期，新的页面就不是从那份通报来的了。',
    args: { label: '2024年第一季度', newest: '2024年第二季度' },
    example: {
      file: at.site,
      replace: '宜宾市人民政府办公室历期政务公开及网络平台检查情况的通报',
      by: '宜宾市人民政府办公室关于2024年第一季度政务公开及网络平台检查情况的通报',
      given: [
        {
          file: 'data/inspections/2024-q2.yaml',
          append:
            'period: { label: 2024年第二季度, start: 2024-04-01, end: 2024-06-30 }\nissuer: 示例市人民政府办公室\npublished_here: 2024-07-10\nareas: { openness: {} }\n',
        },
      ],
    },
  },
  'licence-not-stated': {
    level: 'warning',
    means:
      '公开的数据没有写明怎样可以使用，别人就不知道能不能转载、分析。许可由单位决定，网站不替单位许可，只写明“未写明”。',
    args: {},
    example: {
      file: at.site,
      replace: 'type: 数据发布 }\nlicence: { name: 示例市公共数据开放授权许可 }\n',
      by: 'type: 数据发布 }\n',
      given: official,
    },
  },
  'link-words-differ': {
    level: 'error',
    means: '链接的文字里写了一个网站的域名，点开却是另一个网站，这正是钓鱼链接的做法。',
    args: { shown: 'www.gov.cn', host: 'www.example.com' },
    example: {
      right: '许可写着 www.example.com，网址也是 https://www.example.com/licence',
      wrong: '许可写着 www.gov.cn，网址却是 https://www.example.com/licence',
      does: {
        file: at.site,
        append: 'licence: { name: 许可见 www.gov.cn, address: https://www.example.com/licence }\n',
      },
    },
  },
  'link-to-number': {
    level: 'warning',
    means:
      '链接应当用域名：数字网址看不出是谁的，换了服务器就打不开。官方站点这样写是错误，不能发布。',
    args: { number: '192.0.2.10' },
    example: {
      right: 'licence 的网址用域名，例如 https://www.example.com/licence',
      wrong: 'licence 的网址是 http://192.0.2.10/licence',
      does: {
        file: at.site,
        append: 'licence: { name: 开放授权许可, address: http://192.0.2.10/licence }\n',
      },
    },
  },
  'registration-missing': {
    level: 'error',
    means:
      '官方站点的每一页都要有网站名称、域名、标识码、备案号、党政机关标识、主办单位和栏目标签，缺一项都通不过网站检查。',
    args: { what: '网站标识码', field: 'registration.code' },
    example: {
      file: at.site,
      replace: '  code: "0000000001"\n  icp: 例ICP备00000000号-1',
      by: '  icp: 例ICP备00000000号-1',
      given: official,
    },
  },
  'editor-without-repository': {
    level: 'error',
    means:
      '内容编辑器要把改动写进数据仓库；没有写明仓库，或者仓库的服务它不认识（Gitee），就没有地方可写。',
    args: { reason: '没有写明数据仓库（repository）' },
    example: {
      right: '文件里有 repository，或没有 editor',
      wrong: '文件里只有 editor: {}',
      does: { file: at.site, append: 'editor: {}\n' },
    },
  },
  'registration-absent': {
    level: 'warning',
    means: '没有登记信息，页面就少了对应的标签和页脚项；确实没有的，说明一次就不再提示。',
    args: { what: '网站名称、网站域名、网站标识码、ICP备案号、公安备案号、党政机关网站标识' },
    example: {
      right: '文件里有 registration: not-applicable',
      wrong: '文件里没有 registration',
      does: { file: at.site, replace: 'registration: not-applicable\n', by: '' },
    },
  },
} as const satisfies Explanations
