import type { Explanations } from '../explanation.ts'
import * as at from './paths.ts'

export const site = {
  'registration-missing': {
    level: 'error',
    means:
      '官方站点的每一页都要有网站名称、域名、标识码、备案号、党政机关标识、主办单位和栏目标签，缺一项都通不过网站检查。',
    args: { what: '网站标识码', field: 'registration.code' },
    example: {
      file: at.site,
      replace: '  code: "0000000001"\n  icp: 例ICP备00000000号-1',
      by: '  icp: 例ICP备00000000号-1',
      given: [
        { file: at.site, replace: 'registration: not-applicable\n', by: '' },
        { file: at.site, replace: 'official: false', by: 'official: true' },
        {
          file: at.site,
          append:
            'registration:\n  site_name: 示例市人民政府\n  domain: www.example.gov.cn\n  code: "0000000001"\n  icp: 例ICP备00000000号-1\n  police: 例公网安备 00000000000001号\n  mark: https://bszs.conac.cn/sitename?method=show&id=00000000000000000000000000000000\norganiser: { name: 示例市人民政府办公室 }\ncontact: 电话 0000-0000000\ncolumn: { name: 网站监管, description: 公开检查结果。, keywords: [检查], type: 数据发布 }\n',
        },
      ],
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
