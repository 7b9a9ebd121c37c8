import type { IconName } from '@/components/Icon/icons'

/** What residents see most, in their words, by category code: the picture grid of the report. */
export const COMMON_CATEGORIES = [
  { code: '0201', words: '地上脏、有垃圾', icon: 'trash' },
  { code: '0206', words: '垃圾桶、公厕脏', icon: 'recycle' },
  { code: '0203', words: '乱堆杂物', icon: 'boxes' },
  { code: '0215', words: '堵消防通道', icon: 'car' },
  { code: '0104', words: '井盖坏了', icon: 'disc' },
  { code: '0106', words: '路灯、设施坏', icon: 'lightbulb' },
  { code: '0102', words: '路面破损', icon: 'construction' },
  { code: '0301', words: '枯树、杂草', icon: 'treePine' },
  { code: '0302', words: '毁绿、种菜', icon: 'sprout' },
  { code: '0207', words: '小广告', icon: 'stickyNote' },
  { code: '0214', words: '老鼠蚊虫', icon: 'rat' },
  { code: '0401', words: '私搭乱建', icon: 'hammer' },
] as const satisfies readonly { code: string; words: string; icon: IconName }[]
