export default definePageConfig({ navigationBarTitleText: '遮挡照片' })
