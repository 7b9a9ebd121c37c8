import type { IconName } from '@/components/Icon/icons'

/** What residents see most, by category code: the picture grid of the report. */
export const COMMON_CATEGORIES = [
  { code: '0201', icon: 'trash' },
  { code: '0206', icon: 'recycle' },
  { code: '0203', icon: 'boxes' },
  { code: '0215', icon: 'car' },
  { code: '0104', icon: 'disc' },
  { code: '0106', icon: 'lightbulb' },
  { code: '0102', icon: 'construction' },
  { code: '0301', icon: 'treePine' },
  { code: '0302', icon: 'sprout' },
  { code: '0207', icon: 'stickyNote' },
  { code: '0214', icon: 'rat' },
  { code: '0401', icon: 'hammer' },
] as const satisfies readonly { code: string; icon: IconName }[]
