import type { Explanations } from '../explanation.ts'
import * as at from './paths.ts'

export const acknowledgements = {
  'acknowledgement-unneeded': {
    level: 'warning',
    means: 'acknowledged 里放过的提示已经不再出现，这一条可以删去。',
    args: { code: 'rate-differs', at: 'areas.media.rates.passed' },
    example: {
      file: at.inspection,
      replace: '      passed: { stated: "98.6%" }',
      by: '      passed: { stated: "99.7%" }',
      given: [
        {
          file: at.inspection,
          replace: '      passed: { stated: "99.7%" }',
          by: '      passed: { stated: "98.6%" }',
        },
        {
          file: at.inspection,
          append:
            '\nacknowledged:\n  - { code: rate-differs, at: areas.media.rates.passed, reason: 文件原文如此 }\n',
        },
      ],
    },
  },
  'acknowledgement-of-error': {
    level: 'warning',
    means:
      'acknowledged 放过警告和提示；错误必须改正，只有说明里写明可以放过的几种例外（像是个人号码的数、单位的邮箱、征求意见稿、内部网络的地址）；原件的数字自相矛盾的，先加 as_printed: true。',
    args: { code: 'parts-do-not-add-up' },
    example: {
      file: at.inspection,
      replace: '  media:\n    as_printed: true\n',
      by: '  media:\n',
      also: ['parts-do-not-add-up'],
      given: [
        {
          file: at.inspection,
          replace: '  media:\n    coverage',
          by: '  media:\n    as_printed: true\n    coverage',
        },
        { file: at.inspection, replace: '市直部门（单位）: 105', by: '市直部门（单位）: 106' },
        {
          file: at.inspection,
          append: '\nacknowledged:\n  - { code: parts-do-not-add-up, reason: 文件原文如此 }\n',
        },
      ],
    },
  },
  'acknowledgement-unknown': {
    level: 'warning',
    means: 'acknowledged 里的 code 不是提示的代码。',
    args: { code: '比率不一致' },
    example: {
      file: at.inspection,
      replace: '  - { code: rate-differs, reason: 文件原文如此 }',
      by: '  - { code: rate-differs, reason: 文件原文如此 }\n  - { code: 比率不一致, reason: 文件原文如此 }',
      given: [
        {
          file: at.inspection,
          replace: '      passed: { stated: "99.7%" }',
          by: '      passed: { stated: "98.6%" }',
        },
        {
          file: at.inspection,
          append: '\nacknowledged:\n  - { code: rate-differs, reason: 文件原文如此 }\n',
        },
      ],
    },
  },
  'acknowledgement-unknown-near': {
    level: 'warning',
    means: 'acknowledged 里的 code 与一个提示的代码只差一点，多半是拼错了。',
    args: { code: 'window-fra', near: 'window-far' },
    example: {
      file: at.inspection,
      replace: '  - { code: rate-differs, reason: 文件原文如此 }',
      by: '  - { code: rate-differs, reason: 文件原文如此 }\n  - { code: window-fra, reason: 文件原文如此 }',
      given: [
        {
          file: at.inspection,
          replace: '      passed: { stated: "99.7%" }',
          by: '      passed: { stated: "98.6%" }',
        },
        {
          file: at.inspection,
          append: '\nacknowledged:\n  - { code: rate-differs, reason: 文件原文如此 }\n',
        },
      ],
    },
  },
} as const satisfies Explanations
