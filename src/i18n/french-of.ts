import type { Day } from "#domain/calendar.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");

/** "de Garnier", "d'Atelier Nord": French drops the e before a vowel that is heard. */
export function of(name: string): string {
  return /^[aeiouœàâäéèêëîïôöûü]/i.test(name) ? `d'${name}` : `de ${name}`;
}

/** "jusqu'à mardi", "jusqu'au mardi 8 décembre", "jusqu'à demain". */
export function upTo(day: Day, today: Day): string {
  const near = say.near(day, today);
  return /\d/.test(near) ? `jusqu'au ${near}` : `jusqu'à ${near}`;
}

/** "d'ici jeudi", but "aujourd'hui": nobody says "d'ici aujourd'hui". */
export function by(day: Day, today: Day): string {
  const near = say.near(day, today);
  return near === "aujourd'hui" ? near : `d'ici ${near}`;
}
