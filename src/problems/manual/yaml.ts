import type { Explanations } from '../explanation.ts'
import * as at from './paths.ts'

export const yaml = {
  'yaml-syntax': {
    level: 'error',
    means: '这一处不合 YAML 的写法，后面的内容可能还没有检查到，改好后请再检查一遍。',
    args: {
      detail: '方括号或花括号没有成对。',
      fix: '请补上另一半；以括号开头的文字要加英文双引号。',
    },
    example: { file: at.inspection, replace: '    units: [xuzhou]', by: '    units: [xuzhou' },
  },
  'yaml-duplicate-key': {
    level: 'error',
    means: '同一组里，左边的名称写了两次，程序不知道以哪个为准。多半是复制以后忘了改名。',
    args: { key: '市级门户网站', line: 18 },
    example: {
      file: at.inspection,
      replace: '          县（区）级门户网站: 10',
      by: '          市级门户网站: 10',
    },
  },
  'key-order': {
    level: 'error',
    means:
      '左边的名称全是数字时，程序总把它们从小到大排在最前面。次序会变的才提示；本来就从小到大排在最前面的，可以照写。',
    args: { key: '2023', before: '市级门户网站' },
    example: {
      file: at.inspection,
      replace: '          市直部门（单位）网站: 38',
      by: '          2023: 38',
    },
  },
  'key-unusable': {
    level: 'error',
    means: '这个名称在程序里另有用途，写了也存不住。',
    args: { key: '__proto__' },
    example: {
      file: at.inspection,
      replace: '          市直部门（单位）网站: 38',
      by: '          __proto__: 38',
    },
  },
  'yaml-empty': {
    level: 'error',
    means: '文件里只有空行或备注，没有内容。还没有内容的文件，先不要建。',
    args: {},
    example: {
      file: at.register,
      replace: 'looked_on: 2024-06-11',
      by: '# 待填',
      given: [{ file: at.register, append: 'looked_on: 2024-06-11\n' }],
    },
  },
} as const satisfies Explanations
