import Taro from '@tarojs/taro'

type Question = { title: string; words: string; yes: string; no?: string; danger?: boolean }

// brand and urgent of styles/tokens.scss: WeChat draws this window itself and knows no variables.
const COLOURS = { light: { calm: '#17695A', danger: '#B3261E' }, dark: { calm: '#6CC5B1', danger: '#FF8A80' } }

/** Asks before something that is hard to take back. `yes` names the deed (≤ 4 characters on WeChat). */
export async function confirm({ title, words, yes, no = '再想想', danger = false }: Question): Promise<boolean> {
  const colours = COLOURS[Taro.getAppBaseInfo().theme === 'dark' ? 'dark' : 'light']
  const answer = await Taro.showModal({ title, content: words, confirmText: yes, cancelText: no, confirmColor: danger ? colours.danger : colours.calm })
  return answer.confirm
}
