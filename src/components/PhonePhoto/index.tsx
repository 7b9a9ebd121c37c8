import { useEffect, useState } from 'react'
import { Image, Text, View } from '@tarojs/components'
import { isKeptPhoto, pathOfKept } from '@/services/photo/keptPhotos'
import { addressHere, photoAddress } from '@/services/upload'
import { silent } from '../pictureName'
import './style.scss'

type PhonePhotoProps = { photo: string; className?: string }

/** A photo that may still stand on this phone only; its place has to be looked for first. */
export function PhonePhoto({ photo, className = '' }: PhonePhotoProps) {
  const [path, setPath] = useState(isKeptPhoto(photo) ? addressHere(photo) : photoAddress(photo))
  const [lost, setLost] = useState(false)
  useEffect(() => {
    let gone = false
    if (path === undefined) pathOfKept(photo).then((found) => gone || setPath(found), () => gone || setLost(true))
    return () => void (gone = true)
  }, [photo, path])
  if (lost) return <View className={`phone-photo--lost ${className}`}><Text>照片已不在手机里</Text></View>
  return path === undefined ? <View className={className} /> : <Image className={className} src={path} mode='aspectFill' lazyLoad {...silent} />
}
