import { useEffect, useRef, useState } from 'react'
import Taro from '@tarojs/taro'
import { photoAddress, uploadPhoto } from '@/services/upload'
import type { PhotosProps } from './index'

type Pending = { path: string; percent: number; failed: boolean }

/** Photos on their way to the cloud; each joins `value` when it has arrived. */
export function usePhotos({ value, onChange, countMax, cameraOnly, onBusy }: Pick<PhotosProps, 'value' | 'onChange' | 'onBusy'> & { countMax: number; cameraOnly: boolean }) {
  const [pending, setPending] = useState<Pending[]>([])
  // Two may arrive between two draws: each must see the one before it.
  const arrived = useRef(value)
  useEffect(() => void (arrived.current = value), [value])
  const give = (next: string[]) => {
    arrived.current = next
    onChange(next)
  }

  const busy = pending.some((photo) => !photo.failed)
  useEffect(() => onBusy?.(busy), [busy]) // eslint-disable-line react-hooks/exhaustive-deps -- tells a change of busy, not of the listener

  const change = (path: string, part: Partial<Pending>) => setPending((all) => all.map((photo) => (photo.path === path ? { ...photo, ...part } : photo)))
  const leave = (path: string) => setPending((all) => all.filter((photo) => photo.path !== path))

  async function upload(path: string) {
    try {
      const id = await uploadPhoto(path, (percent) => change(path, { percent }))
      leave(path)
      give([...arrived.current, id])
    } catch {
      change(path, { failed: true })
    }
  }

  async function pick() {
    const paths = await choose(countMax - value.length - pending.length, cameraOnly)
    setPending((all) => [...all, ...paths.map((path) => ({ path, percent: 0, failed: false }))])
    // One after the other: they keep the order they were picked in, and a weak network carries one at a time better.
    for (const path of paths) await upload(path)
  }

  function retry(path: string) {
    change(path, { failed: false, percent: 0 })
    void upload(path)
  }

  function drop(key: string) {
    leave(key)
    if (arrived.current.includes(key)) give(arrived.current.filter((id) => id !== key))
  }

  async function arrange(index: number) {
    const deeds = [
      { words: '查看大图', deed: () => void Taro.previewImage({ urls: value.map(photoAddress), current: photoAddress(value[index]!) }) },
      ...(index > 0 ? [{ words: '往前移一位', deed: () => give(moved(value, index, index - 1)) }, { words: '放到第一张', deed: () => give(moved(value, index, 0)) }] : []),
      { words: '删除', deed: () => drop(value[index]!) },
    ]
    const tapped = await Taro.showActionSheet({ itemList: deeds.map(({ words }) => words) }).catch(() => undefined)
    if (tapped) deeds[tapped.tapIndex]?.deed()
  }

  return { pending, pick, retry, drop, arrange }
}

function moved(list: readonly string[], from: number, to: number): string[] {
  const rest = list.filter((_, index) => index !== from)
  return [...rest.slice(0, to), list[from]!, ...rest.slice(to)]
}

/** Empty when the person closes the camera without a photo. */
async function choose(count: number, cameraOnly: boolean): Promise<string[]> {
  const picked = await Taro.chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'], sourceType: cameraOnly ? ['camera'] : ['camera', 'album'] }).catch(() => undefined)
  return picked?.tempFiles.slice(0, count).map((file) => file.tempFilePath) ?? []
}
