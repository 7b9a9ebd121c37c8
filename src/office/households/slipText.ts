import { showCode } from '../../../domain/household/code'

export type SlipWords = { readonly estateName: string; readonly label: string; readonly code: string }

/** 三步. */
export const slipSteps: readonly string[] = ['打开微信小程序“邻净”。', '点“我的”，再点“绑定住户”，输入上面的绑定码。', '绑定后可以在小程序里邀请家人。']

type Contact = { readonly office: string; readonly phone: string }
export const askWords = (contact: Contact | undefined): string => (contact ? `有疑问请联系${contact.office}：${contact.phone}` : '有疑问请联系镇考核办。')

/** 纸条 as text. */
export const slipText = ({ estateName, label, code }: SlipWords, ask: string): string =>
  ['邻净住户绑定码', `${estateName} ${label}`, showCode(code), ...slipSteps.map((step, index) => `${index + 1}. ${step}`), ask].join('\n')
