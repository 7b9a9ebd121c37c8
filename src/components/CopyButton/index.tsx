import { useState } from 'react'
import { copyWords } from '@/services/privacy/copyWords'
import { Button } from '../Button'
import type { IconName } from '../Icon/icons'
import { Notice } from '../Notice'

type CopyButtonProps = {
  words: string
  kind?: 'secondary' | 'quiet'
  icon?: IconName
  /** Made only when somebody asks: it may be long. */
  text: () => string
  done: string
  /** What else there is where it could not be copied. */
  otherwise?: string
}

/** 复制, and above it what came of it, where the button was under the finger: below it may be out of sight. */
export function CopyButton({ words, kind = 'secondary', icon, text, done, otherwise = '照着抄写' }: CopyButtonProps) {
  const [isCopied, setCopied] = useState<boolean>()
  async function copy() {
    setCopied(undefined)
    setCopied(await copyWords(text()))
  }
  return (
    <>
      {isCopied !== undefined && <Notice tone={isCopied ? 'good' : 'warn'} words={isCopied ? done : `没有复制成功。可以再点一次，或${otherwise}。`} />}
      <Button kind={kind} icon={icon} words={words} onPress={() => void copy()} />
    </>
  )
}
