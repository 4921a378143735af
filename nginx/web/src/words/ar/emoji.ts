import { plural } from '../plural.ts';

const count = plural('ar');

export const emoji = {
  pick: 'اختيار رمز تعبيري',
  search: 'البحث بالاسم (بالإنجليزية)',
  close: 'إغلاق',
  failed: 'تعذّر تحميل الرموز التعبيرية. أغلق هذه النافذة وحاول مرة أخرى.',
  found: (found: number) => count(found, {
    zero: 'لم يُعثر على أي رمز', one: 'عُثر على رمز واحد', two: 'عُثر على رمزين', few: 'عُثر على # رموز', many: 'عُثر على # رمزًا', other: 'عُثر على # رمز',
  }),
  results: 'النتائج',
  recent: 'المستخدمة مؤخرًا',
  groups: {
    smileys: 'وجوه', people: 'أشخاص', nature: 'حيوانات وطبيعة', food: 'طعام وشراب', travel: 'سفر وأماكن',
    activities: 'أنشطة', objects: 'أشياء', symbols: 'رموز', flags: 'أعلام',
  },
};
