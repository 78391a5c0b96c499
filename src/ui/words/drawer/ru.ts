import type { DrawerWords } from "./en.ts";

export const drawerWords: DrawerWords = {
  label: "Графики и таблицы",
  larger: "Больше",
  smaller: "Меньше",
  fold: "Свернуть",
  unfold: "Развернуть",
  opening: "Открываем",
  failed: "Этот раздел показать не удалось: {{message}}. Остальная страница работает.",
  again: "Попробовать снова",
  groups: {
    course: "По годам",
    regions: "Регионы",
    compare: "Сравнение",
    plan: "Деньги",
    evidence: "Основания",
    trust: "Доверие",
  },
  parts: {
    charts: "Главные линии",
    regions: "Таблица",
    compare: "Сравнение планов",
    why: "Почему различаются",
    money: "Деньги",
    estimates: "Границы по годам",
    published: "Опубликованные результаты",
    backtest: "Проверка на прошлом",
    trust: "О модели",
  },
};
