import type { DrawerWords } from "./en.ts";

export const drawerWords: DrawerWords = {
  label: "Графиктер мен кестелер",
  larger: "Үлкейту",
  smaller: "Кішірейту",
  fold: "Жинау",
  unfold: "Ашу",
  opening: "Ашылуда",
  failed: "Бұл бөлімді көрсету мүмкін болмады: {{message}}. Беттің қалғаны жұмыс істейді.",
  again: "Қайталап көру",
  groups: {
    course: "Жылдар бойы",
    regions: "Өңірлер",
    compare: "Салыстыру",
    plan: "Қаражат",
    evidence: "Негіздер",
    trust: "Сенім",
  },
  parts: {
    charts: "Негізгі сызықтар",
    regions: "Кесте",
    compare: "Жоспарларды салыстыру",
    why: "Неге өзгеше",
    money: "Қаражат",
    estimates: "Жылдар бойынша шектер",
    published: "Жарияланған нәтижелер",
    backtest: "Өткенмен тексеру",
    trust: "Модель туралы",
  },
};
