/** 3 幢, as the labels of its households begin. */
export const buildingWords = (building: string): string => `${building} 幢`
