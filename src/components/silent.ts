/** For a picture whose words stand beside it: the browser's readers pass it over instead of reading its address. */
export const silent = process.env.TARO_ENV === 'h5' ? { nativeProps: { alt: '' } } : {}
